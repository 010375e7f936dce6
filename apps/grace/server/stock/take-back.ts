import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { stockChanges } from '../../db/schema/stock-changes.ts';
import type { StockChangeId } from '../../stock/schemas.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';

/** A line was wrong: it stays in the ledger and no longer counts. Taking it back again changes nothing. */
export async function takeBackStockChange(
  ctx: SignedInContext,
  { profileId, id }: StockChangeId,
): Promise<void> {
  const line = and(eq(stockChanges.id, id), eq(stockChanges.profileId, profileId));
  await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    const [known] = await tx.select({ id: stockChanges.id }).from(stockChanges).where(line);
    if (!known) throw new AppError('NOT_FOUND');
    const taken = await tx
      .update(stockChanges)
      .set({ takenBackAt: sql`now()` })
      .where(and(line, isNull(stockChanges.takenBackAt)))
      .returning({ medicationId: stockChanges.medicationId });
    const [{ medicationId } = {}] = taken;
    if (!medicationId) return;
    const details = { medicationId };
    await audit(tx, {
      action: 'stock_change_taken_back',
      resourceType: 'stock_change',
      resourceId: id,
      details,
    });
  });
}
