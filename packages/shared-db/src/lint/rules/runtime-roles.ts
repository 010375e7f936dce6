import type { CatalogueRule } from '../catalogue-rule.ts';

/** The logins and roles that serve requests are bound by row-level security and can become nobody who is not. */
export const runtimeRoles: CatalogueRule = {
  name: 'runtime-roles',
  message:
    'The role steps around row-level security or can become one that does. Run "pnpm db setup" or alter it.',
  query: `
    select rolname as object from pg_roles
    where rolname in ('commons_app', 'commons_service', 'anon', 'authenticated')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) and $1::text[] is not null
    union all
    select format('%s in %s', member::regrole, roleid::regrole) from pg_auth_members
    where member::regrole::text in ('commons_app', 'commons_service', 'anon', 'authenticated')
      and not (member = 'commons_app'::regrole and roleid in ('anon'::regrole, 'authenticated'::regrole))
    order by 1`,
};
