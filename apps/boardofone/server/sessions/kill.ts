import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { isOver } from '../../deliberation/states.ts';
import { announceEnd } from '../engine/ended.ts';
import { changeSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import { changeHeld } from './change-held.ts';
import type { KillSession, Session } from './schemas.ts';

/** Ends a session for good. Once this returns nothing is added to it, and calls under way are broken off. */
export async function killSession(ctx: SignedInContext, { id, reason }: KillSession): Promise<Session> {
  const killed = await changeHeld(ctx, id, async (tx, session) => {
    if (session.status === 'killed') return;
    if (isOver(session.status)) throw new AppError('CONFLICT', { message: 'This session is over already.' });
    await changeSession(tx, session, {
      status: 'killed',
      waitsFor: null,
      pauseReason: null,
      killedAt: ctx.now(),
      killedBy: ctx.user.id,
      killReason: reason,
    });
    await record(tx, session, ctx.now(), { type: 'session_killed', data: { reason } });
    await audit(tx, { action: 'session_killed', resourceType: 'session', resourceId: id });
  });
  announceEnd(ctx, id);
  return killed;
}
