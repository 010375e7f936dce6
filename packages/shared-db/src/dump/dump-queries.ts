const inSchemas = (alias: string) => `${alias}.nspname = any ($1::text[])`;

/** The catalogue queries of a dump by the title of their section; each takes the schemas and returns `line` in a fixed order. */
export const dumpQueries: Record<string, string> = {
  tables: `
    select format(
      '%I.%I %s%s%s', namespace.nspname, class.relname,
      case class.relkind when 'v' then 'view' when 'm' then 'materialised view' when 'p' then 'partitioned table' else 'table' end,
      case when class.relrowsecurity then ', row security' || case when class.relforcerowsecurity then ' forced' else '' end else '' end,
      coalesce(', ' || array_to_string(class.reloptions, ', '), '')
    ) || coalesce(E'\\n' || (
      select string_agg(format(
        '  %I %s%s%s%s', attribute.attname, format_type(attribute.atttypid, attribute.atttypmod),
        case when attribute.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(initial.adbin, initial.adrelid), ''),
        case attribute.attidentity when '' then '' else ' identity' end
      ), E'\\n' order by attribute.attnum)
      from pg_attribute as attribute
      left join pg_attrdef as initial on initial.adrelid = attribute.attrelid and initial.adnum = attribute.attnum
      where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    ), '') as line
    from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
    where ${inSchemas('namespace')} and class.relkind in ('r', 'p', 'v', 'm')
    order by namespace.nspname, class.relname`,
  // Before PostgreSQL 16 the columns of a view on one table are printed with its name: without it the text is the same on all.
  views: `
    select format('%I.%I as', namespace.nspname, class.relname) || E'\\n'
      || coalesce(regexp_replace(view.definition, '\\m' || view.only_table || '\\.', '', 'g'), view.definition) as line
    from pg_class as class
    join pg_namespace as namespace on namespace.oid = class.relnamespace
    cross join lateral (
      select definition, substring(definition from '\\n   FROM [^\\n,]*?(\\w+)(?:;|\\n  \\w)') as only_table
      from (select pg_get_viewdef(class.oid, true) as definition) as printed
    ) as view
    where ${inSchemas('namespace')} and class.relkind in ('v', 'm')
    order by 1`,
  // From PostgreSQL 18 on NOT NULL is a constraint as well; the columns above say it already.
  constraints: `
    select format('%I.%I %I %s', namespace.nspname, class.relname, entry.conname, pg_get_constraintdef(entry.oid)) as line
    from pg_constraint as entry
    join pg_class as class on class.oid = entry.conrelid
    join pg_namespace as namespace on namespace.oid = class.relnamespace
    where ${inSchemas('namespace')} and entry.contype <> 'n'
    order by 1`,
  indexes: `
    select indexdef as line from pg_indexes where schemaname = any ($1::text[]) order by schemaname, tablename, indexname`,
  policies: `
    select format(
      '%I.%I %I %s for %s to %s%s%s', schemaname, tablename, policyname, lower(permissive), lower(cmd),
      array_to_string(roles, ', '), coalesce(' using (' || qual || ')', ''), coalesce(' with check (' || with_check || ')', '')
    ) as line
    from pg_policies where schemaname = any ($1::text[]) order by schemaname, tablename, policyname`,
  functions: `
    select pg_get_functiondef(procedure.oid)
      || coalesce(E'\\n  granted ' || array_to_string(array(select entry::text from unnest(procedure.proacl) as entry order by 1), ', '), '')
      as line
    from pg_proc as procedure join pg_namespace as namespace on namespace.oid = procedure.pronamespace
    where ${inSchemas('namespace')} and procedure.prokind = 'f'
    order by namespace.nspname, procedure.proname, pg_get_function_identity_arguments(procedure.oid)`,
  triggers: `
    select pg_get_triggerdef(entry.oid) as line
    from pg_trigger as entry
    join pg_class as class on class.oid = entry.tgrelid
    join pg_namespace as namespace on namespace.oid = class.relnamespace
    where ${inSchemas('namespace')} and not entry.tgisinternal
    order by namespace.nspname, class.relname, entry.tgname`,
  'table grants': `
    select format('%I.%I %s: %s', table_schema, table_name, grantee, string_agg(lower(privilege_type), ', ' order by privilege_type)) as line
    from information_schema.table_privileges
    where table_schema = any ($1::text[]) and grantee not in ('commons_owner', 'postgres')
    group by table_schema, table_name, grantee
    order by 1`,
  'column grants': `
    select format(
      '%I.%I %s: %s (%s)', table_schema, table_name, grantee, lower(privilege_type),
      string_agg(column_name, ', ' order by column_name)
    ) as line
    from information_schema.column_privileges as entry
    where table_schema = any ($1::text[]) and grantee not in ('commons_owner', 'postgres') and privilege_type in ('INSERT', 'UPDATE')
      and not exists (
        select from information_schema.table_privileges as whole
        where (whole.table_schema, whole.table_name, whole.grantee, whole.privilege_type)
          = (entry.table_schema, entry.table_name, entry.grantee, entry.privilege_type)
      )
    group by table_schema, table_name, grantee, privilege_type
    order by 1`,
  'schema grants': `
    select format('%I: %s', namespace.nspname, array_to_string(array(
      select entry::text from unnest(namespace.nspacl) as entry where entry::text not like 'pg_database_owner=%' order by 1
    ), ', ')) as line
    from pg_namespace as namespace where ${inSchemas('namespace')} order by 1`,
};
