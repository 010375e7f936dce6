import type { SignedInContext } from '@commons/api';
import { and, eq, sql } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { assertWithin } from '../care/rights.ts';
import { readEntries } from './entries.ts';
import type { HistoryPage, ListHistory } from './schemas.ts';

/** What became of doses, the latest first, entries made in error included; a page at a time. */
export function listHistory(ctx: SignedInContext, input: ListHistory): Promise<HistoryPage> {
  const { profileId, medicationId, cursor, limit } = input;
  const after = cursor
    ? sql`(${doseLog.actualAt}, ${doseLog.id}) < (${cursor.actualAt}::timestamptz, ${cursor.id}::uuid)`
    : undefined;
  const condition = and(medicationId ? eq(doseLog.medicationId, medicationId) : undefined, after);
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const rows = await readEntries(tx, ctx, { profileId, condition, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = rows.length > limit && last ? { actualAt: last.actualAt, id: last.id } : null;
    return { items, nextCursor };
  });
}
