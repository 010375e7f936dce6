import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { outcomeBySession } from './by-session.ts';
import { readCalibration } from './calibration.ts';
import { listOutcomes } from './list.ts';
import { recordOutcome } from './record.ts';
import { resolveOutcome } from './resolve.ts';
import {
  Calibration,
  ListOutcomes,
  Outcome,
  OutcomeOf,
  OutcomePage,
  RecordOutcome,
  ResolveOutcome,
} from './schemas.ts';

export const outcomesRouter = router({
  list: signedInProcedure
    .input(ListOutcomes)
    .output(OutcomePage)
    .query(({ ctx, input }) => listOutcomes(ctx, input)),
  bySession: signedInProcedure
    .input(OutcomeOf)
    .output(Outcome.nullable())
    .query(({ ctx, input }) => outcomeBySession(ctx, input)),
  calibration: signedInProcedure.output(Calibration).query(({ ctx }) => readCalibration(ctx)),
  record: signedInProcedure
    .input(RecordOutcome)
    .output(z.void())
    .mutation(({ ctx, input }) => recordOutcome(ctx, input)),
  resolve: signedInProcedure
    .input(ResolveOutcome)
    .output(z.void())
    .mutation(({ ctx, input }) => resolveOutcome(ctx, input)),
});
