import type { CatalogueRule } from '../catalogue-rule.ts';

/** A login that serves requests makes nothing: no schemas, no tables, not even temporary ones. */
export const databaseGrants: CatalogueRule = {
  name: 'database-grants',
  message:
    'A role that serves requests, or PUBLIC, may make objects here or enter without being named. Run "pnpm db setup".',
  query: `
    with role as (
      select oid, rolname as name from pg_roles where rolname in ('commons_app', 'commons_service', 'anon', 'authenticated')
    ), privilege as (
      select 'database' as place, grantee, privilege_type
      from pg_database cross join aclexplode(coalesce(datacl, acldefault('d', datdba)))
      where datname = current_database() and (grantee = 0 or privilege_type <> 'CONNECT')
      union all
      select 'schema ' || nspname, grantee, privilege_type
      from pg_namespace cross join aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
      where privilege_type = 'CREATE' and grantee <> nspowner and nspname !~ '^pg_(toast_)?temp_'
    )
    select format('%s: %s to %s', place, privilege_type, coalesce(role.name, 'PUBLIC')) as object
    from privilege left join role on role.oid = grantee
    where (grantee = 0 or role.oid is not null) and $1::text[] is not null
    order by 1`,
};
