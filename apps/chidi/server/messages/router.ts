import { router, sessionGuarded, signedInProcedure } from '@commons/api';
import { answerLimit } from '../answers/answer-limit.ts';
import { answers } from '../answers/answers.ts';
import { continueAnswer } from './continue.ts';
import { regenerateAnswer } from './regenerate.ts';
import { AnswerId, Exchange, FollowAnswer, RegenerateAnswer, SendMessage } from './schemas.ts';
import { sendMessage } from './send.ts';
import { stopAnswer } from './stop.ts';

export const messagesRouter = router({
  send: signedInProcedure
    .meta(answerLimit)
    .input(SendMessage)
    .output(Exchange)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  regenerate: signedInProcedure
    .meta(answerLimit)
    .input(RegenerateAnswer)
    .output(Exchange)
    .mutation(({ ctx, input }) => regenerateAnswer(ctx, input)),
  continue: signedInProcedure
    .meta(answerLimit)
    .input(AnswerId)
    .mutation(({ ctx, input }) => continueAnswer(ctx, input)),
  stop: signedInProcedure.input(AnswerId).mutation(({ ctx, input }) => stopAnswer(ctx, input)),
  follow: signedInProcedure
    .input(FollowAnswer)
    .subscription(({ ctx, input }) => sessionGuarded(ctx, (signal) => answers.follow(ctx, input, signal))),
});
