import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { changes } from '../changes.ts';
import { answers } from './answers.ts';
import { lockSession } from './lock-session.ts';
import { refuseExcess } from './refuse-excess.ts';
import { startTurn } from './run-turn.ts';
import type { AnswerTurn } from './schemas.ts';

/** Lets the companion go on with a turn that was stopped, broke off or failed; what is there stays. */
export async function continueTurn(ctx: SignedInContext, { answerId }: AnswerTurn): Promise<void> {
  const profileId = await ctx.asUser(async (tx) => {
    const [turn] = await tx
      .select({ sessionId: chatTurns.sessionId })
      .from(chatTurns)
      .where(and(eq(chatTurns.id, answerId), eq(chatTurns.role, 'companion')));
    if (!turn) throw new AppError('NOT_FOUND');
    const session = await lockSession(tx, turn.sessionId);
    await refuseExcess(tx, ctx, { ...turn, answerId });
    if (!(await answers.rows.reopen(tx, answerId))) throw new AppError('CONFLICT');
    return session.profileId;
  });
  startTurn(ctx, answerId);
  changes.announce(ctx, { profileId });
}
