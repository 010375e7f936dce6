import type { CatalogueRule } from '../catalogue-rule.ts';

/** Nobody promotes themselves. */
export const privilegeColumn: CatalogueRule = {
  name: 'privilege-column',
  message:
    'A request may change a column that says what somebody may do. Change it through a function that checks who asks.',
  query: `
    select format('%s.%I to %s', attribute.attrelid::regclass, attribute.attname, entry.grantee::regrole) as object
    from pg_attribute as attribute join pg_class as class on class.oid = attribute.attrelid
    cross join aclexplode(attribute.attacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[])
      and entry.privilege_type = 'UPDATE' and entry.grantee in ('anon'::regrole, 'authenticated'::regrole)
      and attribute.attname ~ '^(role|roles|is_(admin|staff|superuser|owner)|permissions?|(subscription_)?(tier|plan)|credits?|balance|email_verified)$'
    order by 1`,
};
