import { sql } from 'drizzle-orm';
import type { Tx } from '../context/run-in-transaction.ts';

/** A foreign key; names of columns are quoted. */
export interface Reference {
  /** `schema.table`. */
  target: string;
  columns: string[];
  targetColumns: string[];
  /** Whether a row goes when the one that it points to does. */
  cascades: boolean;
}

/** One column of a primary key: quoted, with its type. */
export interface KeyColumn {
  column: string;
  type: string;
}

/** A table as far as the role that asks may read it. */
export interface CataloguedTable {
  /** `schema.table`. */
  name: string;
  /** The name as SQL takes it. */
  quotedName: string;
  /** What was stored, without what PostgreSQL computes; quoted. */
  columns: string[];
  /** The primary key; empty where there is none, or the role may not read it. */
  key: KeyColumn[];
  references: Reference[];
}

/** The tables of the schemas that this context's role may read, with as much of each as it may read. */
export async function readCatalogue(tx: Tx, schemas: readonly string[]): Promise<CataloguedTable[]> {
  const rows = await tx.execute<{ tables: CataloguedTable[] | null }>(sql`
    with readable as (
      select class.oid, nspname, relname, array_agg(attnum order by attnum) as numbers,
        array_agg(quote_ident(attname) order by attnum) filter (where attgenerated = '') as columns
      from pg_class as class
      join pg_namespace as namespace on namespace.oid = relnamespace
      join pg_attribute on attrelid = class.oid and attnum > 0 and not attisdropped
      where nspname = any (${asArray(schemas)}::text[]) and relkind in ('r', 'p') and not relispartition
        and has_schema_privilege(namespace.oid, 'usage') and has_column_privilege(class.oid, attnum, 'select')
      group by class.oid, nspname, relname
    )
    select json_agg(json_build_object(
      'name', nspname || '.' || relname,
      'quotedName', format('%I.%I', nspname, relname),
      'columns', columns,
      'key', coalesce((
        select json_agg(json_build_object('column', quote_ident(attname), 'type', format_type(atttypid, atttypmod)) order by place)
        from pg_index, unnest(indkey::int2[]) with ordinality as part (number, place)
        join pg_attribute on attnum = part.number
        where indrelid = readable.oid and indisprimary and attrelid = indrelid and numbers @> indkey::int2[]
      ), '[]'),
      'references', coalesce((
        select json_agg(json_build_object(
          'target', target.nspname || '.' || target.relname,
          'columns', (
            select json_agg(quote_ident(attname) order by place) from unnest(conkey) with ordinality as part (number, place)
            join pg_attribute on attrelid = conrelid and attnum = part.number
          ),
          'targetColumns', (
            select json_agg(quote_ident(attname) order by place) from unnest(confkey) with ordinality as part (number, place)
            join pg_attribute on attrelid = confrelid and attnum = part.number
          ),
          'cascades', confdeltype = 'c'
        ) order by conname)
        from pg_constraint join readable as target on target.oid = confrelid
        where conrelid = readable.oid and contype = 'f' and readable.numbers @> conkey and target.numbers @> confkey
      ), '[]')
    ) order by nspname, relname) as tables
    from readable where columns is not null`);
  return rows[0]?.tables ?? [];
}

const asArray = (names: readonly string[]) => `{${names.map((name) => JSON.stringify(name)).join()}}`;
