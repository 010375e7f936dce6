import { router, sessionGuarded, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { changes } from '../changes.ts';
import { answers } from './answers.ts';
import { continueTurn } from './continue.ts';
import { sayTurn } from './say.ts';
import { AnswerTurn, FollowTurn, Said, SayTurn } from './schemas.ts';

// A model is asked for each of these. Words in need come far below it.
const turnLimit = { limit: { max: 60, per: 'minute' } } as const;

export const turnsRouter = router({
  say: signedInProcedure
    .meta(turnLimit)
    .input(SayTurn)
    .output(Said)
    .mutation(({ ctx, input }) => sayTurn(ctx, input)),
  continue: signedInProcedure
    .meta(turnLimit)
    .input(AnswerTurn)
    .output(z.void())
    .mutation(({ ctx, input }) => continueTurn(ctx, input)),
  stop: signedInProcedure
    .input(AnswerTurn)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      await answers.stop(ctx, input.answerId);
      changes.announce(ctx, {});
    }),
  follow: signedInProcedure
    .input(FollowTurn)
    .subscription(({ ctx, input }) => sessionGuarded(ctx, (signal) => answers.follow(ctx, input, signal))),
});
