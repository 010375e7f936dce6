import { AppError, type SignedInContext } from '@commons/api';
import { lockAccount } from '../account/lock-account.ts';
import { requireConsent } from '../account/require-consent.ts';
import { enqueuePending } from '../engine/advance.ts';
import { awaitFurther } from '../engine/await-answers.ts';
import { changeSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import { changeHeld } from './change-held.ts';
import { refuseCrowd } from './refuse-crowd.ts';
import type { Session, SessionId } from './schemas.ts';

/** Goes on where the session stood; what had failed is asked again, what is done is not. */
export function resume(ctx: SignedInContext, { id }: SessionId): Promise<Session> {
  return changeHeld(ctx, id, async (tx, session) => {
    if (session.status === 'active') return;
    if (session.status !== 'paused') {
      throw new AppError('CONFLICT', { message: 'This session is over already.' });
    }
    requireConsent(await lockAccount(tx, session.userId));
    await refuseCrowd(tx, session.userId);
    await changeSession(tx, session, { status: 'active', pauseReason: null, run: session.run + 1 });
    await record(tx, session, ctx.now(), { type: 'session_resumed', data: {} });
    if (session.waitsFor === 'answers') await awaitFurther(tx, ctx, session);
    else await enqueuePending(tx, ctx, session);
  });
}
