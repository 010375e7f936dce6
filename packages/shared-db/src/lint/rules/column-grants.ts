import type { CatalogueRule } from '../catalogue-rule.ts';

/** A request may write only columns that a grant names. */
export const columnGrants: CatalogueRule = {
  name: 'column-grants',
  message: 'INSERT or UPDATE is granted on every column, the owner’s included. List the columns in grants().',
  query: `
    select format('%s to %s', class.oid::regclass, entry.grantee::regrole) as object
    from pg_class as class cross join aclexplode(class.relacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[])
      and entry.privilege_type in ('INSERT', 'UPDATE') and entry.grantee in ('anon'::regrole, 'authenticated'::regrole)
    group by class.oid, entry.grantee
    order by 1`,
};
