import type { SignedInContext } from '@commons/api';
import type { MedicationStock, StockOf } from '../../stock/schemas.ts';
import { assertWithin } from '../care/rights.ts';
import { readStock } from './read-stock.ts';

export function listStock(ctx: SignedInContext, { profileId }: StockOf): Promise<MedicationStock[]> {
  return ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    return readStock(tx, profileId, ctx.now().getTime());
  });
}
