import type { Sql, TransactionSql } from 'postgres';
import { lintCatalogue } from '../../src/lint/lint-catalogue.ts';
import { checkCase } from './check-case.ts';
import { isolationCases } from './isolation-cases.ts';
import { readPolicyMutants } from './read-policy-mutants.ts';
import { readTables } from './read-tables.ts';
import { rolledBack } from './rolled-back.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { IsolationExpectations } from './table-expectation.ts';

/** What became of one change to a policy, a grant or row-level security itself. */
export interface PolicyVerdict {
  change: string;
  /** The isolation case or the rule of the catalogue that noticed; undefined when nothing did. */
  killedBy: string | undefined;
}

/**
 * Drops each policy in turn, opens it to every row and to every role, lifts row-level security from each table, and grants
 * what nobody may have; says which case, or else which rule of the catalogue, noticed each. A green suite is evidence only
 * when something noticed them all.
 */
export async function judgePolicies(
  admin: Sql,
  schemas: readonly string[],
  expectations: IsolationExpectations,
): Promise<PolicyVerdict[]> {
  const tables = new Map((await readTables(admin, schemas)).map((table) => [table.name, table]));
  const excused = new Set(await lint(admin, schemas));
  const verdicts: PolicyVerdict[] = [];
  for (const { table: name, change, attempt, isHidden } of await readPolicyMutants(admin, schemas)) {
    const table = tables.get(name);
    const expectation = expectations[name];
    if (!table || !expectation) continue;
    const killedBy = await rolledBack(admin, async (sql) => {
      await sql.unsafe(change);
      const noticed = isHidden
        ? undefined
        : await caseThatNotices(sql, subjectOf(table, expectation), attempt);
      return noticed ?? (await lint(sql, schemas)).find((finding) => !excused.has(finding));
    });
    verdicts.push({ change, killedBy });
  }
  return verdicts;
}

async function caseThatNotices(
  sql: TransactionSql,
  subject: Subject,
  likeliest: string,
): Promise<string | undefined> {
  const cases = isolationCases(subject.expectation);
  const [first, others] = [true, false].map((is) =>
    cases.filter(({ attempt }) => (attempt === likeliest) === is),
  );
  for (const one of [...(first ?? []), ...(others ?? [])]) {
    if ((await checkCase(sql, subject, one)).length > 0) return one.title;
  }
  return undefined;
}

async function lint(sql: Sql | TransactionSql, schemas: readonly string[]): Promise<string[]> {
  return (await lintCatalogue(sql, schemas)).map(({ rule, object }) => `catalogue: ${rule}, ${object}`);
}
