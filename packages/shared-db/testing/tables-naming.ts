import type { Sql } from 'postgres';

/** The tables of the whole database in which a text occurs. */
export async function tablesNaming(sql: Sql, text: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace as namespace on namespace.oid = relnamespace
    where relkind = 'r' and nspname <> 'information_schema' and not starts_with(nspname, 'pg_')`;
  const looks = tables.map(
    ({ name }) =>
      `select '${name}' as name where exists (select from ${name} as one where strpos(one::text, $1) > 0)`,
  );
  const found = await sql.unsafe<{ name: string }[]>(looks.join(' union all '), [text]);
  return found.map(({ name }) => name);
}
