import type { CatalogueRule } from '../catalogue-rule.ts';

/** No function of ours may see a row before its policy has been asked. */
export const leakproofFunction: CatalogueRule = {
  name: 'leakproof-function',
  message: 'A LEAKPROOF function may run before the policy and tell what it saw. Create it without.',
  query: `
    select oid::regprocedure::text as object from pg_proc
    where pronamespace = any ($1::text[]::regnamespace[]) and proleakproof order by 1`,
};
