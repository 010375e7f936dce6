import type { Sql } from 'postgres';

/** A statement that opens a hole in one table. */
export interface PolicyMutant {
  table: string;
  change: string;
  /** The attempt that is likeliest to notice. */
  attempt: string;
  /** No case can notice it while other guards stand: it takes a rule of the catalogue. */
  isHidden: boolean;
}

/** Every hole that can be opened in the policies, the grants and the row-level security of the schemas' tables. */
export async function readPolicyMutants(sql: Sql, schemas: readonly string[]): Promise<PolicyMutant[]> {
  return await sql<PolicyMutant[]>`
    with class as (
      select pg_class.oid, relkind, format('%s.%s', nspname, relname) as table, format('%I.%I', nspname, relname) as quoted,
        -- A grant on a table opens nothing to a role that may not enter its schema.
        format('grant usage on schema %I to ', nspname) as enter
      from pg_class join pg_namespace as namespace on namespace.oid = relnamespace
      where nspname = any (${schemas as string[]}) and relkind in ('r', 'p')
    ),
    policy as (
      select class.table, cmd, qual, with_check, format('%I on %s', policyname, quoted) as target
      from pg_policies join class on class.table = format('%s.%s', schemaname, tablename)
    ),
    owner_column as (
      select class.table, quoted, enter, attname from class join pg_attribute on attrelid = class.oid
      where attname = 'user_id' and not attisdropped
    )
    select "table", 'drop policy ' || target as change, lower(cmd) as attempt, false as "isHidden" from policy
    union all
    select "table", 'alter policy ' || target || ' using (true)', lower(cmd), false from policy where qual <> 'true'
    union all
    select "table", 'alter policy ' || target || ' with check (true)', case cmd when 'UPDATE' then 'give' else lower(cmd) end, false
    from policy where with_check <> 'true'
    union all
    select "table", 'alter policy ' || target || ' to public', lower(cmd), true from policy
    union all
    select "table", 'alter table ' || quoted || ' no force row level security', 'select', false from class
    union all
    select "table", 'alter table ' || quoted || ' disable row level security', 'select', false from class
    union all
    select "table", format('%sauthenticated; grant update (%I) on %s to authenticated', enter, attname, quoted), 'take', false
    from owner_column
    union all
    select "table", format('%s%s; grant %s on %s to %s', enter, role, command, quoted, role), 'select', hidden from class,
      (values ('select', 'anon', false), ('select', 'commons_app', false), ('truncate', 'authenticated', true),
        ('references', 'authenticated', true)) as hole (command, role, hidden)
    order by 1, 2`;
}
