import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { CountStock, MedicationStock, RefillStock, StockChangeId, StockOf } from '../../stock/schemas.ts';
import { countStock } from './count.ts';
import { listStock } from './list.ts';
import { refillStock } from './refill.ts';
import { takeBackStockChange } from './take-back.ts';

export const stockRouter = router({
  list: signedInProcedure
    .input(StockOf)
    .output(z.array(MedicationStock))
    .query(({ ctx, input }) => listStock(ctx, input)),
  refill: signedInProcedure
    .input(RefillStock)
    .output(z.void())
    .mutation(({ ctx, input }) => refillStock(ctx, input)),
  count: signedInProcedure
    .input(CountStock)
    .output(z.void())
    .mutation(({ ctx, input }) => countStock(ctx, input)),
  takeBack: signedInProcedure
    .input(StockChangeId)
    .output(z.void())
    .mutation(({ ctx, input }) => takeBackStockChange(ctx, input)),
});
