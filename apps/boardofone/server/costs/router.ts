import { router, signedInProcedure } from '@commons/api';
import { readCosts } from './read.ts';
import { CostRange, Costs } from './schemas.ts';

export const costsRouter = router({
  read: signedInProcedure
    .input(CostRange)
    .output(Costs)
    .query(({ ctx, input }) => readCosts(ctx, input)),
});
