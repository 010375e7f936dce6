import type { CatalogueRule } from '../catalogue-rule.ts';
import { ownerColumns } from '../owner-columns.ts';

/** What a request may write is unique among its owner's rows only, because a refusal tells that another row exists. */
export const uniqueOracle: CatalogueRule = {
  name: 'unique-oracle',
  message:
    'A request that is refused learns that somebody else has this value. Begin the unique index with the owner’s column.',
  query: `
    with owner as (${ownerColumns})
    select entry.indexrelid::regclass::text as object
    from pg_index as entry join pg_class as class on class.oid = entry.indrelid
    where entry.indisunique and class.relnamespace = any ($1::text[]::regnamespace[])
      and not exists (
        select from owner where owner.relation = entry.indrelid and owner.attnum = any (entry.indkey)
      )
      and exists (
        select from unnest(entry.indkey::int2[]) as key (attnum)
        join pg_attribute as attribute on attribute.attrelid = entry.indrelid and attribute.attnum = key.attnum
        cross join unnest(array['anon', 'authenticated']) as role
        where attribute.atttypid <> 'uuid'::regtype and (
          has_column_privilege(role, entry.indrelid, attribute.attnum, 'INSERT')
          or has_column_privilege(role, entry.indrelid, attribute.attnum, 'UPDATE')
        )
      )
    order by 1`,
};
