import { AppError } from '@commons/api';
import { tiers } from '../../deliberation/tiers.ts';
import { lockAccount } from '../account/lock-account.ts';
import { changeSession } from '../engine/lock-session.ts';
import { startRound } from '../engine/start-round.ts';
import { record } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import { changeHeld } from '../sessions/change-held.ts';
import { refuseCrowd } from '../sessions/refuse-crowd.ts';
import type { Session } from '../sessions/schemas.ts';
import { refuseUnpriced } from './refuse-unpriced.ts';
import type { StartPanel } from './schemas.ts';
import { seatEvent } from './seat-event.ts';
import { seatPanel } from './seat-panel.ts';

/** Locks the panel and its weights, and lets everybody speak, blind. */
export function startPanel(ctx: Owner, input: StartPanel): Promise<Session> {
  return changeHeld(ctx, input.id, async (tx, session) => {
    if (session.status !== 'active' || session.waitsFor !== 'panel') {
      throw new AppError('CONFLICT', { message: 'The panel of this session is fixed already.' });
    }
    if (session.version !== input.version) throw new AppError('STALE_VERSION');
    const { seatsMax } = tiers[(await lockAccount(tx, ctx.user.id)).tier];
    if (input.seats.length > seatsMax) {
      throw new AppError('BAD_INPUT', { fields: { seats: [`Your tier has up to ${seatsMax} seats.`] } });
    }
    refuseUnpriced(ctx, input);
    await refuseCrowd(tx, session.userId);
    const seated = await seatPanel(tx, session, input.seats);
    if (!seated.some(({ isAdversarial }) => isAdversarial)) {
      throw new AppError('BAD_INPUT', { fields: { seats: ['Keep at least one sceptic on the panel.'] } });
    }
    await changeSession(tx, session, { version: session.version + 1 });
    await record(tx, session, ctx.now(), {
      type: 'panel_locked',
      data: { seats: seated.map(seatEvent) },
    });
    await startRound(tx, ctx, session, 1);
  });
}
