import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { listSummaries } from './list.ts';
import { markSummarySeen } from './mark-seen.ts';
import { ListSummaries, SessionSummary, ShareSummary, Summary } from './schemas.ts';
import { shareSummary } from './share.ts';

export const summariesRouter = router({
  list: signedInProcedure
    .input(ListSummaries)
    .output(z.array(Summary))
    .query(({ ctx, input }) => listSummaries(ctx, input)),
  seen: signedInProcedure
    .input(SessionSummary)
    .output(z.void())
    .mutation(({ ctx, input }) => markSummarySeen(ctx, input)),
  share: signedInProcedure
    .input(ShareSummary)
    .output(z.void())
    .mutation(({ ctx, input }) => shareSummary(ctx, input)),
});
