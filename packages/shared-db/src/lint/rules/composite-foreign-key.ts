import type { CatalogueRule } from '../catalogue-rule.ts';
import { ownerColumns } from '../owner-columns.ts';

/**
 * A row cannot be hung under somebody else's parent: the check of a foreign key looks through row-level security. A key carries
 * the owner itself, or shares a column that does on both sides, as messages of one conversation share the conversation.
 */
export const compositeForeignKey: CatalogueRule = {
  name: 'composite-foreign-key',
  message:
    'The foreign key does not carry the owner, so it also finds other people’s rows. Reference (id, user_id) of the parent.',
  query: `
    with owner as (${ownerColumns}), reference as (
      select entry.oid, conname, conrelid, confrelid, conkey, confkey, exists (
        select from unnest(conkey, confkey) as pair (own, other)
        join owner as child on child.relation = conrelid and child.attnum = pair.own
        join owner as parent on parent.relation = confrelid and parent.attnum = pair.other
      ) as carries_owner
      from pg_constraint as entry
      where contype = 'f' and connamespace = any ($1::text[]::regnamespace[]) and conparentid = 0
        and exists (select from owner where relation = conrelid) and exists (select from owner where relation = confrelid)
    )
    select format('%I on %s', conname, conrelid::regclass) as object
    from reference
    where not carries_owner and confrelid <> to_regclass('public.users') and not exists (
      select from unnest(conkey, confkey) as pair (own, other)
      where exists (select from reference as own_key where own_key.conrelid = reference.conrelid and own_key.carries_owner and pair.own = any (own_key.conkey))
        and exists (select from reference as other_key where other_key.conrelid = reference.confrelid and other_key.carries_owner and pair.other = any (other_key.conkey))
    )
    order by 1`,
};
