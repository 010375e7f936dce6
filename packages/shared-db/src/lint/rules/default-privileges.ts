import type { CatalogueRule } from '../catalogue-rule.ts';

/** What is made from now on belongs to nobody else either. */
export const defaultPrivileges: CatalogueRule = {
  name: 'default-privileges',
  message:
    'Objects that are made later would be open to this role at once. Run "pnpm db setup", or revoke the default.',
  query: `
    select format('%s: %s to %s', case defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end,
      entry.privilege_type, case entry.grantee when 0 then 'PUBLIC' else entry.grantee::regrole::text end) as object
    from pg_default_acl cross join aclexplode(defaclacl) as entry
    where entry.grantee <> defaclrole and defaclobjtype <> 'T'
    union all
    select 'functions: EXECUTE to PUBLIC' where $1::text[] is not null and not exists (
      select from pg_default_acl
      where defaclobjtype = 'f' and defaclrole = 'commons_owner'::regrole and defaclnamespace = 0
    )
    order by 1`,
};
