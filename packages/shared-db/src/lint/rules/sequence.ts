import type { CatalogueRule } from '../catalogue-rule.ts';

/** No request learns from a counter how much others write. */
export const sequence: CatalogueRule = {
  name: 'sequence',
  message: 'A counter shows how many rows everybody has written. Use app.uuid_v7() for ids.',
  query: `
    select class.oid::regclass::text as object from pg_class as class
    where class.relkind = 'S' and class.relnamespace = any ($1::text[]::regnamespace[]) and (
      exists (select from aclexplode(class.relacl) as entry where entry.grantee <> class.relowner)
      or exists (
        select from pg_depend as belongs cross join unnest(array['anon', 'authenticated']) as role
        where belongs.classid = 'pg_class'::regclass and belongs.objid = class.oid
          and belongs.refclassid = 'pg_class'::regclass and belongs.refobjsubid > 0
          and has_column_privilege(role, belongs.refobjid, belongs.refobjsubid::int2, 'SELECT')
      )
    )
    order by 1`,
};
