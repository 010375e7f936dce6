import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** A policy without a caller matches nothing: it has no second answer for that case. */
export const policyFallback: CatalogueRule = {
  name: 'policy-fallback',
  message:
    'The policy has an answer for a request without a caller (coalesce, “… is null”). Compare with app.user_id() alone.',
  query: `
    select object from (${policies}) as policy
    where concat_ws(' ', using_text, check_text)
      ~* 'coalesce\\(|distinct from|(user_id\\(\\)|current_setting\\([^)]*\\)|auth\\.uid\\(\\))( as \\w+)?\\)* is null'
    order by 1`,
};
