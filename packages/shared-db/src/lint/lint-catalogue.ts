import type { Sql, TransactionSql } from 'postgres';
import type { CatalogueFinding } from './catalogue-rule.ts';
import { catalogueRules } from './rules/index.ts';

/** An offence that is meant, and why. */
export interface CatalogueException {
  rule: string;
  object: string;
  reason: string;
}

/**
 * Holds the tables, views, policies, functions and grants of the schemas against every rule. An exception that excuses nothing
 * is a finding itself, so that the list of them cannot grow stale.
 */
export async function lintCatalogue(
  sql: Sql | TransactionSql,
  schemas: readonly string[],
  exceptions: readonly CatalogueException[] = [],
): Promise<CatalogueFinding[]> {
  const findings: CatalogueFinding[] = (
    await Promise.all(
      catalogueRules.map(async ({ name, message, query }) => {
        const rows = await sql.unsafe<{ object: string }[]>(query, [`{${schemas.join()}}`]);
        return rows.map(({ object }) => ({ rule: name, object, message }));
      }),
    )
  ).flat();
  const excuses = (exception: CatalogueException, finding: CatalogueFinding) =>
    exception.rule === finding.rule && exception.object === finding.object;
  const stale = exceptions.filter((exception) => !findings.some((finding) => excuses(exception, finding)));
  return [
    ...findings.filter((finding) => !exceptions.some((exception) => excuses(exception, finding))),
    ...stale.map(({ rule, object }) => ({
      rule: 'stale-exception',
      object,
      message: `Nothing offends against ${rule} here any more. Remove the exception.`,
    })),
  ];
}
