import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** USING and WITH CHECK stand where their command needs them. */
export const policyExpression: CatalogueRule = {
  name: 'policy-expression',
  message: 'SELECT, UPDATE and DELETE policies need USING, INSERT and UPDATE policies need WITH CHECK.',
  query: `
    select object from (${policies}) as policy
    where (command in ('r', 'w', 'd') and not has_using) or (command in ('a', 'w') and not has_check)
    order by 1`,
};
