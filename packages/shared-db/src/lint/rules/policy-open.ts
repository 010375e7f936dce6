import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** No policy lets a request at every row. */
export const policyOpen: CatalogueRule = {
  name: 'policy-open',
  message: 'The policy is true for every row. Say whose rows it is about, or use sharedRead().',
  query: `
    select object from (${policies}) as policy
    where 'true' in (using_text, check_text) and roles && array[0, 'anon'::regrole, 'authenticated'::regrole]::oid[]
    order by 1`,
};
