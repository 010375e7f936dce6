import type { CatalogueRule } from '../catalogue-rule.ts';

/** Every table has row-level security, for its owner too. */
export const rowSecurity: CatalogueRule = {
  name: 'row-security',
  message:
    'Row-level security is not both enabled and forced. Write the table’s policies; the migration then does both.',
  query: `
    select class.oid::regclass::text as object from pg_class as class
    where class.relnamespace = any ($1::text[]::regnamespace[]) and class.relkind in ('r', 'p')
      and not (class.relrowsecurity and class.relforcerowsecurity)
    order by 1`,
};
