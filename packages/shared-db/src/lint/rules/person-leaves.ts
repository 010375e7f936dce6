import type { CatalogueRule } from '../catalogue-rule.ts';

/** A row says what becomes of it when a person it names is gone: it goes as well, or forgets them. */
export const personLeaves: CatalogueRule = {
  name: 'person-leaves',
  message:
    'This foreign key keeps people from deleting their account. Say ON DELETE CASCADE where the row goes with them, or SET NULL on a column that may be null where it stays.',
  query: `
    select format('%I on %s', reference.conname, reference.conrelid::regclass) as object
    from pg_constraint as reference
    where reference.contype = 'f' and reference.connamespace = any ($1::text[]::regnamespace[])
      and reference.confrelid = to_regclass('public.users')
      and reference.confdeltype <> 'c' and not (
        reference.confdeltype = 'n' and not exists (
          select from pg_attribute
          where attrelid = reference.conrelid and attnum = any (reference.conkey) and attnotnull
        )
      )
    order by 1`,
};
