import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** What a policy calls finds nothing by a search path that the caller could bend. */
export const policyFunctionPath: CatalogueRule = {
  name: 'policy-function-path',
  message: 'A function that a policy calls needs "set search_path = \'\'" and whole names in its body.',
  query: `
    select distinct procedure.oid::regprocedure::text as object
    from pg_proc as procedure
    join pg_depend as used on used.refclassid = 'pg_proc'::regclass and used.refobjid = procedure.oid
    join (${policies}) as policy on used.classid = 'pg_policy'::regclass and policy.oid = used.objid
    where procedure.pronamespace <> 'pg_catalog'::regnamespace and not procedure.prosecdef
      and not coalesce(procedure.proconfig && '{"search_path=\\"\\""}', false)
    order by 1`,
};
