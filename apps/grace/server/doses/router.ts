import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { correctDose } from './correct.ts';
import { listDuplicates } from './duplicates.ts';
import { listHistory } from './history.ts';
import { logDose } from './log.ts';
import { logAsNeeded } from './log-as-needed.ts';
import { prnStatus } from './prn-status.ts';
import { recordEffect } from './record-effect.ts';
import { resolveDuplicate } from './resolve-duplicate.ts';
import {
  CorrectDose,
  DoseEntryId,
  DuplicateReport,
  HistoryPage,
  ListHistory,
  LogAsNeeded,
  LogDose,
  OfProfile,
  PrnStatus,
  PrnStatusOf,
  RecordEffect,
  Recorded,
  ResolveDuplicate,
  SkipDose,
  TodayFacts,
} from './schemas.ts';
import { skipDose } from './skip.ts';
import { todayOf } from './today.ts';
import { undoDose } from './undo.ts';

export const dosesRouter = router({
  today: signedInProcedure
    .input(OfProfile)
    .output(TodayFacts)
    .query(({ ctx, input }) => todayOf(ctx, input)),
  history: signedInProcedure
    .input(ListHistory)
    .output(HistoryPage)
    .query(({ ctx, input }) => listHistory(ctx, input)),
  prnStatus: signedInProcedure
    .input(PrnStatusOf)
    .output(PrnStatus)
    .query(({ ctx, input }) => prnStatus(ctx, input)),
  duplicates: signedInProcedure
    .input(OfProfile)
    .output(z.array(DuplicateReport))
    .query(({ ctx, input }) => listDuplicates(ctx, input)),
  log: signedInProcedure
    .input(LogDose)
    .output(Recorded)
    .mutation(({ ctx, input }) => logDose(ctx, input)),
  logAsNeeded: signedInProcedure
    .input(LogAsNeeded)
    .output(Recorded)
    .mutation(({ ctx, input }) => logAsNeeded(ctx, input)),
  skip: signedInProcedure
    .input(SkipDose)
    .output(Recorded)
    .mutation(({ ctx, input }) => skipDose(ctx, input)),
  undo: signedInProcedure
    .input(DoseEntryId)
    .output(z.void())
    .mutation(({ ctx, input }) => undoDose(ctx, input)),
  correct: signedInProcedure
    .input(CorrectDose)
    .output(z.void())
    .mutation(({ ctx, input }) => correctDose(ctx, input)),
  recordEffect: signedInProcedure
    .input(RecordEffect)
    .output(z.void())
    .mutation(({ ctx, input }) => recordEffect(ctx, input)),
  resolveDuplicate: signedInProcedure
    .input(ResolveDuplicate)
    .output(z.void())
    .mutation(({ ctx, input }) => resolveDuplicate(ctx, input)),
});
