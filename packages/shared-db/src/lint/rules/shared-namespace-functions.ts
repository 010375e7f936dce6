import type { CatalogueRule } from '../catalogue-rule.ts';

/**
 * Requests hold no locks of their own choosing, make no large objects and write nothing into the replication log: these are
 * shared by everybody, and no policy guards them. NOTIFY is not among them, because PostgreSQL lets every login say it; what is
 * sent carries ids only and is read again under the policies.
 */
export const sharedNamespaceFunctions: CatalogueRule = {
  name: 'shared-namespace-functions',
  message: 'A request may use what everybody shares. "pnpm db setup" as a superuser revokes it from PUBLIC.',
  query: `
    select procedure.oid::regprocedure::text as object
    from pg_proc as procedure
    where procedure.pronamespace = 'pg_catalog'::regnamespace and $1::text[] is not null
      and procedure.proname ~ '^(lo_.*|lowrite|loread|pg_(try_)?advisory_.*|pg_logical_emit_message)$'
      and (has_function_privilege('anon', procedure.oid, 'EXECUTE') or has_function_privilege('authenticated', procedure.oid, 'EXECUTE')
        or has_function_privilege('commons_app', procedure.oid, 'EXECUTE'))
    order by 1`,
};
