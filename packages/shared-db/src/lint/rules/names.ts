import type { CatalogueRule } from '../catalogue-rule.ts';

/** Names are snake_case, so that nobody ever has to quote one. */
export const names: CatalogueRule = {
  name: 'names',
  message: 'The name is not snake_case.',
  query: `
    with named as (
      select relname as name, oid::regclass::text as object from pg_class
      where relnamespace = any ($1::text[]::regnamespace[])
      union all
      select attname, format('%s.%I', attrelid::regclass, attname) from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = any ($1::text[]::regnamespace[]) and relkind in ('r', 'p', 'v', 'm', 'f') and attnum > 0 and not attisdropped
      union all
      select polname, format('%I on %s', polname, polrelid::regclass) from pg_policy join pg_class on pg_class.oid = polrelid
      where relnamespace = any ($1::text[]::regnamespace[])
      union all
      select proname, oid::regprocedure::text from pg_proc where pronamespace = any ($1::text[]::regnamespace[])
    )
    select object from named where name !~ '^[a-z][a-z0-9_]*$' order by 1`,
};
