import type { CatalogueRule } from '../catalogue-rule.ts';

/** There is one table of people. */
export const oneUsersTable: CatalogueRule = {
  name: 'one-users-table',
  message: 'This looks like a second table of people. Reference public.users and keep only what it lacks.',
  query: `
    select class.oid::regclass::text as object from pg_class as class
    where class.relnamespace = any ($1::text[]::regnamespace[]) and class.relkind in ('r', 'p')
      and class.oid <> to_regclass('public.users')
      and class.relname ~ '(^|_)(user|profile|account|person|people|member)s?($|_)'
      and exists (
        select from pg_attribute where attrelid = class.oid and not attisdropped and attname ~ '(^|_)e?mail(_address)?$'
      )
    order by 1`,
};
