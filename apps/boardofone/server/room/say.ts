import { AppError, type SignedInContext } from '@commons/api';
import { ownerFacts } from '../../db/schema/owner-facts.ts';
import { isOver } from '../../deliberation/states.ts';
import { record } from '../log/record.ts';
import { changeHeld } from '../sessions/change-held.ts';
import type { Session } from '../sessions/schemas.ts';
import type { SayToPanel } from './schemas.ts';

/** Tells the panel something; rounds that have begun do not hear it. */
export function sayToPanel(ctx: SignedInContext, input: SayToPanel): Promise<Session> {
  const { id, factId, content, answersId } = input;
  return changeHeld(ctx, id, async (tx, session) => {
    if (isOver(session.status)) throw new AppError('CONFLICT', { message: 'This session is over already.' });
    if (session.phase === 'voting' || session.phase === 'synthesis') {
      throw new AppError('CONFLICT', { message: 'The panel is voting; it hears nothing new.' });
    }
    const round = session.roundNumber + 1;
    const [added] = await tx
      .insert(ownerFacts)
      .values({ id: factId, userId: session.userId, sessionId: id, roundNumber: round, content, answersId })
      .onConflictDoNothing({ target: ownerFacts.id })
      .returning({ id: ownerFacts.id });
    if (!added) return;
    await record(tx, session, ctx.now(), {
      type: 'owner_said',
      data: { factId, round, text: content, answersId },
    });
  });
}
