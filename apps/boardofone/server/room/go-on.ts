import { AppError, type SignedInContext } from '@commons/api';
import { goOn } from '../engine/await-answers.ts';
import { changeHeld } from '../sessions/change-held.ts';
import type { Session } from '../sessions/schemas.ts';
import type { RoomId } from './schemas.ts';

/** Goes on to the next round without waiting any longer for answers. */
export function goOnNow(ctx: SignedInContext, { id }: RoomId): Promise<Session> {
  return changeHeld(ctx, id, async (tx, session) => {
    if (session.status !== 'active')
      throw new AppError('CONFLICT', { message: 'This session does not run.' });
    await goOn(tx, ctx, session, session.roundNumber);
  });
}
