import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** A policy is for one command, so that each command is decided on its own. */
export const policyCommand: CatalogueRule = {
  name: 'policy-command',
  message: 'The policy is FOR ALL. Write one for each command.',
  query: `select object from (${policies}) as policy where command = '*' order by 1`,
};
