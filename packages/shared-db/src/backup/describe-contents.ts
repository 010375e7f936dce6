import type { TransactionSql } from 'postgres';
import type { BackupHeader } from './backup-format.ts';

/** The owner's tables with their columns, and its sequences: what a backup takes and a restore puts back, without the ledger. */
export async function describeContents(
  transaction: TransactionSql,
): Promise<Pick<BackupHeader, 'tables' | 'sequences'>> {
  const tables = await transaction<{ name: string; columns: string }[]>`
    select format('%I.%I', nspname, relname) as name,
      (
        select json_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
      )::text as columns
    from pg_class as class join pg_namespace as namespace on namespace.oid = relnamespace
    where relowner = 'commons_owner'::regrole and relkind in ('r', 'p') and not relispartition
      and class.oid is distinct from to_regclass('app.migrations')
    order by 1`;
  const sequences = await transaction<{ name: string; lastValue: string }[]>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as "lastValue"
    from pg_sequences
    where sequenceowner = 'commons_owner' and last_value is not null
      and (schemaname, sequencename) <> ('app', 'migrations_position_seq')
    order by 1`;
  return {
    tables: tables.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) as string[] })),
    sequences: [...sequences],
  };
}
