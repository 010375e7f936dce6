import type { CatalogueRule } from '../catalogue-rule.ts';

/** What the audit log says stays said. */
export const auditAppendOnly: CatalogueRule = {
  name: 'audit-append-only',
  message:
    'The audit log is written by app.audit() and app.audit_for() alone, and never changed. Revoke this.',
  query: `
    select format('%s to %s', privilege_type, case grantee when 0 then 'PUBLIC' else grantee::regrole::text end) as object
    from (
      select entry.* from pg_class as class cross join aclexplode(class.relacl) as entry
      where class.oid = to_regclass('public.audit_log') and entry.grantee <> class.relowner
      union all
      select entry.* from pg_attribute as attribute cross join aclexplode(attribute.attacl) as entry
      where attribute.attrelid = to_regclass('public.audit_log')
    ) as granted
    where privilege_type in ('INSERT', 'UPDATE', 'DELETE') and 'public' = any ($1::text[])
    group by 1 order by 1`,
};
