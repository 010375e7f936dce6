import type { CatalogueRule } from '../catalogue-rule.ts';

/** Rows that lie elsewhere have no policies. */
export const foreignTable: CatalogueRule = {
  name: 'foreign-table',
  message: 'A foreign table cannot have row-level security. Copy what is needed into a table of ours.',
  query: `
    select oid::regclass::text as object from pg_class
    where relnamespace = any ($1::text[]::regnamespace[]) and relkind = 'f' order by 1`,
};
