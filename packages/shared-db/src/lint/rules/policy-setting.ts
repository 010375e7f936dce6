import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** Who the caller is comes from app.user_id(), and what they may from rows: settings and token claims can be forged or stale. */
export const policySetting: CatalogueRule = {
  name: 'policy-setting',
  message: 'The policy reads a setting or a token claim. Ask app.user_id(), and keep roles in a table.',
  query: `
    select object from (${policies}) as policy
    where concat_ws(' ', using_text, check_text) ~* 'current_setting\\(|auth\\.(jwt|role)\\(|session_user|current_user\\M'
    order by 1`,
};
