import type { CatalogueRule } from '../catalogue-rule.ts';

/**
 * The logins and roles that serve requests are bound by row-level security and can become nobody who is not; the owner's login
 * is bound too, and becomes only the role that backs up.
 */
export const runtimeRoles: CatalogueRule = {
  name: 'runtime-roles',
  message:
    'The role steps around row-level security or can become one that does. Run "pnpm db setup" or alter it.',
  // to_jsonb, because PostgreSQL 15 has no inherit_option.
  query: `
    with runtime as (
      select * from pg_roles where rolname in ('commons_owner', 'commons_app', 'commons_service', 'anon', 'authenticated')
    ), allowed (member, role) as (
      values ('commons_app', 'anon'), ('commons_app', 'authenticated'), ('commons_owner', 'commons_backup')
    )
    select rolname as object from runtime
    where (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) and $1::text[] is not null
    union all
    select rolname || ' inherits' from runtime where rolcanlogin and rolinherit
    union all
    select format('%s in %s', runtime.rolname, roleid::regrole)
    from pg_auth_members as entry join runtime on runtime.oid = entry.member
    where not exists (select from allowed where member = rolname and role = roleid::regrole::text)
      or entry.admin_option or coalesce((to_jsonb(entry) ->> 'inherit_option')::boolean, false)
    union all
    select format('%s in commons_backup', member::regrole) from pg_auth_members
    where roleid = to_regrole('commons_backup') and member <> 'commons_owner'::regrole
      and member not in (select oid from runtime) and not (select rolsuper from pg_roles where oid = member)
    order by 1`,
};
