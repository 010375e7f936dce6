import { getTableColumns } from 'drizzle-orm';
import { PgArray, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';

/** A row of a file, as it was exported. */
export type FileRow = Record<string, unknown>;

/** When something was written down, which cannot be ahead of now; plans and ends may be. */
const recordedColumns = new Set([
  'actualAt',
  'at',
  'createdAt',
  'endedAt',
  'enteredInErrorAt',
  'recordedAt',
  'seenAt',
  'sharedAt',
  'startedAt',
  'takenBackAt',
  'talkedFrom',
  'talkedUntil',
  'updatedAt',
]);

interface RowOptions {
  now: Date;
  /** Columns that no export has. */
  without?: readonly string[];
  /** What a column holds that only code knows, and what an export adds. */
  with?: Record<string, z.ZodType>;
}

/** What the table can hold, in words for people where it does not: every field, no other, each of its kind and size. */
export function rowSchema(table: PgTable, { now, without = [], with: more = {} }: RowOptions) {
  const fields = Object.entries(getTableColumns(table) as Record<string, PgColumn>)
    .filter(([name]) => !without.includes(name))
    .map(([name, column]): [string, z.ZodType] => {
      const value = recordedColumns.has(name) ? past(now) : fieldOf(column);
      return [name, column.notNull ? value : value.nullable()];
    });
  return z.strictObject({ ...Object.fromEntries(fields), ...more }) as unknown as z.ZodType<FileRow>;
}

function fieldOf(column: PgColumn): z.ZodType {
  if (column instanceof PgArray) return z.array(fieldOf(column.baseColumn)).max(1000, tooMany);
  if (column.enumValues?.length)
    return z.enum(column.enumValues, 'This is none of the words that stand here.');
  const kind = column.columnType;
  if (kind === 'PgUUID') return z.uuid('An id stands here.');
  if (kind === 'PgTimestamp') return instant;
  if (kind === 'PgDateString') return z.iso.date('A date such as 2026-11-21 stands here.');
  if (kind === 'PgNumeric') return z.string(aNumber).regex(/^\d{1,9}(\.\d{1,3})?$/, aNumber);
  if (kind === 'PgInteger') return z.int(aNumber).min(-2_147_483_648, aNumber).max(2_147_483_647, aNumber);
  if (kind === 'PgSmallInt') return z.int(aNumber).min(-32_768, aNumber).max(32_767, aNumber);
  if (kind === 'PgBoolean') return z.boolean('True or false stands here.');
  if (kind === 'PgJsonb') return z.unknown();
  const most = (column as PgColumn & { length?: number }).length ?? 200_000;
  return z.string('Text stands here.').max(most, `This is longer than ${most} characters.`);
}

const aNumber = 'A number stands here.';
const tooMany = 'There are too many here.';
export const instant = z.iso
  .datetime('An instant such as 2026-11-21T08:00:00.000Z stands here.')
  .refine((written) => {
    const year = new Date(written).getUTCFullYear();
    return year >= 1900 && year <= 2199;
  }, 'The year is between 1900 and 2199.');

const past = (now: Date) =>
  instant.refine((written) => Date.parse(written) <= now.getTime(), 'This lies in the future.');
