/** The commands on tables of the schemas `$1` that the roles of requests and of the service hold, whole or by column. */
export const grantedCommands = `
  select distinct relation, role, command,
    case command when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w' else 'd' end::"char" as polcmd
  from (
    select class.oid as relation, entry.grantee as role, entry.privilege_type as command
    from pg_class as class cross join aclexplode(class.relacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[]) and class.relkind in ('r', 'p')
    union all
    select class.oid, entry.grantee, entry.privilege_type
    from pg_class as class
    join pg_attribute as attribute on attribute.attrelid = class.oid and not attribute.attisdropped
    cross join aclexplode(attribute.attacl) as entry
    where class.relnamespace = any ($1::text[]::regnamespace[]) and class.relkind in ('r', 'p')
  ) as every
  where role in ('anon'::regrole, 'authenticated'::regrole, 'commons_service'::regrole)
    and command in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`;
