import type { CatalogueRule } from '../catalogue-rule.ts';

/** No login or role that serves requests owns anything, because an owner can switch row-level security off. */
export const runtimeOwnership: CatalogueRule = {
  name: 'runtime-ownership',
  message: 'A login that serves requests owns this and could unprotect it. Give it to commons_owner.',
  query: `
    with runtime as (select oid from pg_roles where rolname in ('commons_app', 'commons_service', 'anon', 'authenticated'))
    select oid::regclass::text as object from pg_class where relowner in (select oid from runtime) and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all
    select oid::regprocedure::text from pg_proc where proowner in (select oid from runtime)
    union all
    select 'schema ' || nspname from pg_namespace where nspowner in (select oid from runtime) and nspname = any ($1)
    order by 1`,
};
