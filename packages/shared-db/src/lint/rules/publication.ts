import type { CatalogueRule } from '../catalogue-rule.ts';

/** Logical replication carries rows past the policies. */
export const publication: CatalogueRule = {
  name: 'publication',
  message: 'A publication sends these rows out without asking the policies. Drop it.',
  query: `
    select format('%I: %I.%I', pubname, schemaname, tablename) as object from pg_publication_tables
    where schemaname = any ($1) order by 1`,
};
