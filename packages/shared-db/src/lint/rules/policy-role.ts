import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** A policy says for whom it is. */
export const policyRole: CatalogueRule = {
  name: 'policy-role',
  message: 'The policy is TO PUBLIC and reaches every role there will ever be. Name its role.',
  query: `select object from (${policies}) as policy where 0 = any (roles) order by 1`,
};
