import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { MoveZone } from '../../travel/schemas.ts';
import { moveZone } from './move-zone.ts';

export const travelRouter = router({
  move: signedInProcedure
    .input(MoveZone)
    .output(z.void())
    .mutation(({ ctx, input }) => moveZone(ctx, input)),
});
