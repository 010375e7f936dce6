import type { CatalogueRule } from '../catalogue-rule.ts';

/** PUBLIC, every role there will ever be, holds nothing. */
export const publicGrants: CatalogueRule = {
  name: 'public-grants',
  message: 'PUBLIC may use this. Revoke it and name the roles that need it.',
  query: `
    select class.oid::regclass::text as object
    from pg_class as class cross join aclexplode(class.relacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[]) and entry.grantee = 0
    union
    select format('%s.%I', attrelid::regclass, attname)
    from pg_attribute join pg_class as class on class.oid = attrelid cross join aclexplode(attacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[]) and entry.grantee = 0
    union
    select procedure.oid::regprocedure::text
    from pg_proc as procedure cross join aclexplode(coalesce(procedure.proacl, acldefault('f', procedure.proowner))) as entry
    where procedure.pronamespace = any ($1::text[]::regnamespace[]) and entry.grantee = 0
    union
    select 'schema ' || namespace.nspname
    from pg_namespace as namespace cross join aclexplode(namespace.nspacl) as entry
    where namespace.nspname = any ($1) and entry.grantee = 0
    order by 1`,
};
