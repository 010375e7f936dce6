import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** Whether a write is allowed depends on the row that is written, not only on somebody being signed in. */
export const policyAboutRow: CatalogueRule = {
  name: 'policy-about-row',
  message:
    'The policy lets a request write and looks at no column of the row. Compare its owner with app.user_id().',
  query: `
    select policy.object from (${policies}) as policy
    cross join unnest(array[using_text, check_text]) as expression
    where command in ('a', 'w', 'd', '*') and roles && array[0, 'anon'::regrole, 'authenticated'::regrole]::oid[]
      and expression not in ('true', 'false') and not exists (
        select from pg_attribute
        where attrelid = policy.relation and attnum > 0 and not attisdropped
          and regexp_replace(expression, 'AS \\w+|\\.\\w+\\(', '', 'g') ~ ('\\m' || attname || '\\M')
      )
    group by policy.object order by 1`,
};
