import type { CatalogueRule } from '../catalogue-rule.ts';
import { policies } from '../policies-of-schemas.ts';

/** What a policy calls is STABLE. */
export const policyFunction: CatalogueRule = {
  name: 'policy-function',
  message:
    'A function that tells who the caller is must be STABLE: VOLATILE runs for every row, IMMUTABLE keeps the first caller in a cached plan.',
  query: `
    select distinct procedure.oid::regprocedure::text as object
    from pg_proc as procedure
    where procedure.pronamespace <> 'pg_catalog'::regnamespace and (
      procedure.provolatile <> 's' and exists (
        select from pg_depend as used join (${policies}) as policy on policy.oid = used.objid
        where used.classid = 'pg_policy'::regclass and used.refclassid = 'pg_proc'::regclass and used.refobjid = procedure.oid
      )
      or procedure.provolatile = 'i' and procedure.pronamespace = any ($1::text[]::regnamespace[])
        and procedure.prosrc ~ 'user_id|current_setting'
    )
    order by 1`,
};
