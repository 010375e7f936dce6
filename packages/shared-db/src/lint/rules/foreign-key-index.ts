import type { CatalogueRule } from '../catalogue-rule.ts';

/** The columns of a foreign key lead an index. */
export const foreignKeyIndex: CatalogueRule = {
  name: 'foreign-key-index',
  message:
    'No index begins with the columns of this foreign key, so that deleting a parent reads the whole table.',
  query: `
    select format('%I on %s', reference.conname, reference.conrelid::regclass) as object
    from pg_constraint as reference
    where reference.contype = 'f' and reference.connamespace = any ($1::text[]::regnamespace[]) and not exists (
      select from pg_index as entry
      where entry.indrelid = reference.conrelid and entry.indpred is null and entry.indisvalid
        and (entry.indkey::int2[])[0:cardinality(reference.conkey) - 1] @> reference.conkey
    )
    order by 1`,
};
