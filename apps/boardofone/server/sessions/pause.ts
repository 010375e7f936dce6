import { AppError, type SignedInContext } from '@commons/api';
import { pauseSession } from '../engine/pause-session.ts';
import { changeHeld } from './change-held.ts';
import type { Session, SessionId } from './schemas.ts';

/** Lets nothing new begin; answers that are on their way are kept. */
export function pause(ctx: SignedInContext, { id }: SessionId): Promise<Session> {
  return changeHeld(ctx, id, async (tx, session) => {
    if (session.status === 'paused') return;
    if (session.status !== 'active') {
      throw new AppError('CONFLICT', { message: 'This session is over already.' });
    }
    await pauseSession(tx, session, ctx.now(), 'owner');
  });
}
