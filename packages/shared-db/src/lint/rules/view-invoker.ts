import type { CatalogueRule } from '../catalogue-rule.ts';

/** A view asks the policies about its reader, not about its owner; a materialised view cannot. */
export const viewInvoker: CatalogueRule = {
  name: 'view-invoker',
  message:
    'The view shows what its owner may see. Create it with (security_invoker = true); a materialised view cannot be protected at all.',
  query: `
    select class.oid::regclass::text as object from pg_class as class
    where class.relnamespace = any ($1::text[]::regnamespace[]) and (
      class.relkind = 'm'
      or class.relkind = 'v' and not coalesce(class.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false)
    )
    order by 1`,
};
