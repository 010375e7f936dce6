import type { CatalogueRule } from '../catalogue-rule.ts';

/** Whoever's rights a function or a view lends is bound by row-level security too. */
export const definerOwner: CatalogueRule = {
  name: 'definer-owner',
  message: 'A superuser, or a role with BYPASSRLS, lends its rights here. Give it to commons_owner.',
  query: `
    with free as (select oid from pg_roles where rolsuper or rolbypassrls)
    select oid::regprocedure::text as object from pg_proc
    where pronamespace = any ($1::text[]::regnamespace[]) and prosecdef and proowner in (select oid from free)
    union all
    select oid::regclass::text from pg_class
    where relnamespace = any ($1::text[]::regnamespace[]) and relkind = 'v' and relowner in (select oid from free)
    order by 1`,
};
