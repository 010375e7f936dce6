import { router, signedInProcedure } from '@commons/api';
import { Session } from '../sessions/schemas.ts';
import { forksOf } from './by-session.ts';
import { compareFork } from './compare.ts';
import { createFork } from './create.ts';
import { Comparison, CreateFork, ForkId, Forks } from './schemas.ts';

export const forksRouter = router({
  bySession: signedInProcedure
    .input(ForkId)
    .output(Forks)
    .query(({ ctx, input }) => forksOf(ctx, input)),
  compare: signedInProcedure
    .input(ForkId)
    .output(Comparison)
    .query(({ ctx, input }) => compareFork(ctx, input)),
  create: signedInProcedure
    .input(CreateFork)
    .output(Session)
    .mutation(({ ctx, input }) => createFork(ctx, input)),
});
