import type { Sql, TransactionSql } from 'postgres';

/** A table or view as the catalogue has it. */
export interface CataloguedTable {
  /** `schema.table`. */
  name: string;
  columns: string[];
  primaryKey: string[];
  /** It keeps no rows of its own. */
  isView: boolean;
  /** Its rows hang under rows that have a `user_id` themselves. */
  hasOwnedParents: boolean;
}

/** Every table and view of the schemas; of partitions only those that a role reaches directly. */
export async function readTables(
  sql: Sql | TransactionSql,
  schemas: readonly string[],
): Promise<CataloguedTable[]> {
  return await sql<CataloguedTable[]>`
    select
      namespace.nspname || '.' || class.relname as name,
      array(
        select attname::text from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped order by attnum
      ) as columns,
      array(
        select attname::text from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
        where indrelid = class.oid and indisprimary order by attnum
      ) as "primaryKey",
      class.relkind = 'v' as "isView",
      exists (
        select from pg_constraint as entry
        join pg_attribute on attrelid = entry.confrelid and attname = 'user_id'
        where entry.conrelid = class.oid and entry.contype = 'f'
      ) as "hasOwnedParents"
    from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
    where namespace.nspname = any (${schemas as string[]})
      and class.relkind in ('r', 'p', 'v', 'm', 'f')
      and (not class.relispartition or exists (
        select from aclexplode(class.relacl) as entry where entry.grantee <> class.relowner
      ))
    order by 1`;
}
