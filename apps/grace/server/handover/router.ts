import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { markRead } from './mark-read.ts';
import { Handover, HandoverOf, MarkRead } from './schemas.ts';
import { handoverSince } from './since.ts';

export const handoverRouter = router({
  since: signedInProcedure
    .input(HandoverOf)
    .output(Handover)
    .query(({ ctx, input }) => handoverSince(ctx, input)),
  markRead: signedInProcedure
    .input(MarkRead)
    .output(z.void())
    .mutation(({ ctx, input }) => markRead(ctx, input)),
});
