import type { Sql, TransactionSql } from 'postgres';
import { checkCase } from './check-case.ts';
import { isolationCases } from './isolation-cases.ts';
import { readTables } from './read-tables.ts';
import { rolledBack } from './rolled-back.ts';
import { subjectOf } from './subject.ts';
import type { IsolationExpectations } from './table-expectation.ts';

interface Mutant {
  table: string;
  description: string;
  change: string;
}

/**
 * Drops each policy of people and of the service in turn, opens each to every row, and returns those changes that no test
 * noticed: a green suite is evidence only when there are none.
 */
export async function survivingMutants(
  admin: Sql,
  schemas: readonly string[],
  expectations: IsolationExpectations,
): Promise<string[]> {
  const tables = new Map((await readTables(admin, schemas)).map((table) => [table.name, table]));
  const survivors: string[] = [];
  for (const { table: name, description, change } of await readMutants(admin, schemas)) {
    const table = tables.get(name);
    const expectation = expectations[name];
    if (!table || !expectation) continue;
    const subject = subjectOf(table, expectation);
    const isNoticed = await rolledBack(admin, async (sql) => {
      await sql.unsafe(change);
      for (const one of isolationCases(expectation)) {
        if ((await checkCase(sql, subject, one)).length > 0) return true;
      }
      return false;
    });
    if (!isNoticed) survivors.push(`${description} and every test of ${name} still passes.`);
  }
  return survivors;
}

// The owner's policies serve functions and migrations, which have tests of their own.
async function readMutants(sql: Sql | TransactionSql, schemas: readonly string[]): Promise<Mutant[]> {
  return await sql<Mutant[]>`
    with policy as (
      select schemaname || '.' || tablename as table, policyname, cmd, qual, with_check,
        format('%I on %I.%I', policyname, schemaname, tablename) as target
      from pg_policies
      where schemaname = any (${schemas as string[]}) and roles && '{public,anon,authenticated,commons_service}'::name[]
    )
    select "table", 'Policy ' || target || ' was dropped' as description, 'drop policy ' || target as change from policy
    union all
    select "table", 'USING of policy ' || target || ' was set to true', 'alter policy ' || target || ' using (true)'
    from policy where qual <> 'true'
    union all
    select "table", 'WITH CHECK of policy ' || target || ' was set to true', 'alter policy ' || target || ' with check (true)'
    from policy where with_check <> 'true' and (cmd = 'INSERT')
    order by 1, 2`;
}
