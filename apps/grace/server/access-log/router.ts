import { router, signedInProcedure } from '@commons/api';
import { OfProfile } from '../care/schemas.ts';
import { headOfLog } from './head.ts';
import { listReadings } from './list.ts';
import { ListReadings, ReadingHead, ReadingPage } from './schemas.ts';

export const accessLogRouter = router({
  list: signedInProcedure
    .input(ListReadings)
    .output(ReadingPage)
    .query(({ ctx, input }) => listReadings(ctx, input)),
  head: signedInProcedure
    .input(OfProfile)
    .output(ReadingHead)
    .query(({ ctx, input }) => headOfLog(ctx, input)),
});
