import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** A column by which a policy finds rows leads an index. What only WITH CHECK looks at is in the row that is written. */
export const policyColumnIndex: CatalogueRule = {
  name: 'policy-column-index',
  message:
    'A policy finds rows by this column and no index begins with it, so that every query reads the whole table.',
  query: `
    select distinct format('%s.%I', policy.relation::regclass, attribute.attname) as object
    from (${policies}) as policy
    join pg_depend as used on used.classid = 'pg_policy'::regclass and used.objid = policy.oid
      and used.refclassid = 'pg_class'::regclass and used.refobjid = policy.relation and used.refobjsubid > 0
    join pg_attribute as attribute on attribute.attrelid = policy.relation and attribute.attnum = used.refobjsubid
    where regexp_replace(policy.using_text, 'AS \\w+|\\.\\w+\\(', '', 'g') ~ ('\\m' || attribute.attname || '\\M') and not exists (
      select from pg_index as entry
      where entry.indrelid = policy.relation and entry.indkey[0] = attribute.attnum and entry.indpred is null and entry.indisvalid
    )
    order by 1`,
};
