import type { CatalogueRule } from '../catalogue-rule.ts';

/** Nobody but the owner holds rights that row-level security does not bind. */
export const destructiveGrants: CatalogueRule = {
  name: 'destructive-grants',
  message: 'TRUNCATE, REFERENCES, TRIGGER and MAINTAIN go past row-level security. Revoke them.',
  query: `
    select format('%s: %s to %s', class.oid::regclass, entry.privilege_type,
      case entry.grantee when 0 then 'PUBLIC' else entry.grantee::regrole::text end) as object
    from pg_class as class cross join aclexplode(class.relacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[]) and class.relkind in ('r', 'p', 'v', 'm', 'f')
      and entry.grantee <> class.relowner and entry.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
    order by 1`,
};
