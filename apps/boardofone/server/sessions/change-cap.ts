import { AppError, type SignedInContext } from '@commons/api';
import { isOver } from '../../deliberation/states.ts';
import { tiers } from '../../deliberation/tiers.ts';
import { parseUsd } from '../../money/usd.ts';
import { lockAccount } from '../account/lock-account.ts';
import { changeSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import { changeHeld } from './change-held.ts';
import type { ChangeCap, Session } from './schemas.ts';

/** Sets another limit, not below what is spent or set aside. */
export function changeCap(ctx: SignedInContext, { id, capUsd }: ChangeCap): Promise<Session> {
  return changeHeld(ctx, id, async (tx, session) => {
    if (isOver(session.status)) throw new AppError('CONFLICT', { message: 'This session is over already.' });
    const { capMaxUsd } = tiers[(await lockAccount(tx, ctx.user.id)).tier];
    if (Number(capUsd) > capMaxUsd) {
      throw new AppError('BAD_INPUT', {
        fields: { capUsd: [`Your tier allows up to $${capMaxUsd} a session.`] },
      });
    }
    if (parseUsd(capUsd) < parseUsd(session.totalCost) + parseUsd(session.reservedCost)) {
      throw new AppError('BAD_INPUT', {
        fields: { capUsd: ['More than that is spent or under way already.'] },
      });
    }
    await changeSession(tx, session, { capUsd });
    await record(tx, session, ctx.now(), { type: 'cap_changed', data: { capUsd } });
  });
}
