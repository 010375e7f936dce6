import { sql } from 'drizzle-orm';
import type { Tx } from '../context/run-in-transaction.ts';
import type { PersonalTable } from './list-personal-tables.ts';

/** Some of the rows, each as JSON, and where to go on; no `next` means that there are no more. */
export interface PersonalPage {
  rows: string[];
  next: string[] | undefined;
}

const pageMax = 100;

/** Reads the person's rows of one table in the order of its key, from behind `after`. */
export async function readPersonalRows(
  tx: Tx,
  { from, columns, key, condition }: PersonalTable,
  after: readonly string[] | undefined,
): Promise<PersonalPage> {
  const place = key.map(({ column }) => `entry.${column}`);
  const order = sql.raw(place.join(', '));
  // As texts and by name of their types, because the driver knows times to the millisecond only.
  const values = after?.map((value, index) => sql`${value}::text::${sql.raw(key[index]?.type ?? '')}`);
  const behind = values && sql` and (${order}) > (${sql.join(values, sql`, `)})`;
  const found = await tx.execute<{ row: string; place: string[] }>(sql`
    select
      (select row_to_json(stored.*) from (select ${sql.raw(columns.map((column) => `entry.${column}`).join(', '))}) as stored)::text as row,
      json_build_array(${sql.raw(place.map((column) => `${column}::text`).join(', '))}) as place
    from ${sql.raw(from)} as entry
    where (${sql.raw(condition)})${behind}
    order by ${order} limit ${pageMax}`);
  return {
    rows: found.map(({ row }) => row),
    next: found.length < pageMax ? undefined : found.at(-1)?.place,
  };
}
