import type { CatalogueRule } from '../catalogue-rule.ts';
import { ownerColumns } from '../owner-columns.ts';

/** A row stays with whom it belongs to. */
export const ownerColumn: CatalogueRule = {
  name: 'owner-column',
  message: 'A request may change whose row this is. Take the column out of the UPDATE grant.',
  query: `
    select format('%s.%I to %s', owner.relation::regclass, attribute.attname, entry.grantee::regrole) as object
    from (${ownerColumns}) as owner
    join pg_attribute as attribute on attribute.attrelid = owner.relation and attribute.attnum = owner.attnum
    cross join aclexplode(attribute.attacl) as entry
    where entry.privilege_type = 'UPDATE' and entry.grantee in ('anon'::regrole, 'authenticated'::regrole)
    order by 1`,
};
