import type { CatalogueRule } from '../catalogue-rule.ts';

/** A function with its owner's rights finds nothing by a search path that its caller could bend. */
export const definerSearchPath: CatalogueRule = {
  name: 'definer-search-path',
  message: 'A SECURITY DEFINER function needs "set search_path = \'\'" and whole names in its body.',
  query: `
    select procedure.oid::regprocedure::text as object from pg_proc as procedure
    where procedure.pronamespace = any ($1::text[]::regnamespace[]) and procedure.prosecdef
      and not coalesce(procedure.proconfig && '{"search_path=\\"\\""}', false)
    order by 1`,
};
