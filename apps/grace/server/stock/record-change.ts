import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { stockChanges } from '../../db/schema/stock-changes.ts';
import type { CountStock, RefillStock } from '../../stock/schemas.ts';
import type { StockChange } from '../../stock/stock-level.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { planOf } from '../medications/plan-of.ts';
import { unitOf } from './read-stock.ts';

/** One line of the ledger; the same id again adds nothing. */
export async function recordChange(
  ctx: SignedInContext,
  kind: StockChange['kind'],
  { id, profileId, medicationId, amount }: RefillStock | CountStock,
): Promise<void> {
  await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    const unit = unitOf(await planOf(tx, profileId, { medicationId }));
    if (unit === undefined) throw new AppError('NOT_FOUND');
    const added = await tx
      .insert(stockChanges)
      .values({ id, profileId, medicationId, kind, amount, unit, at: ctx.now() })
      .onConflictDoNothing({ target: stockChanges.id })
      .returning({ id: stockChanges.id });
    if (added.length === 0) return;
    const details = { medicationId, kind };
    await audit(tx, { action: 'stock_changed', resourceType: 'stock_change', resourceId: id, details });
  });
}
