import { policies } from './policies-of-schemas.ts';

/**
 * The columns of the schemas `$1` that say whose a row is: those that a policy compares with the caller, or with what a helper says
 * the caller may reach.
 */
export const ownerColumns = `
  select distinct policy.relation, attribute.attnum, attribute.attname
  from (${policies}) as policy
  join pg_attribute as attribute on attribute.attrelid = policy.relation and attribute.attnum > 0 and not attribute.attisdropped
  where concat_ws(' ', using_text, check_text)
    ~ ('\\m' || attribute.attname || ' = (\\(* *(SELECT )?app\\.user_id\\(\\)|ANY \\(ARRAY\\( *SELECT \\w+\\.\\w+\\()')`;
