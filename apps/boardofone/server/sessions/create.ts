import { AppError } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { sessions } from '../../db/schema/sessions.ts';
import { tiers } from '../../deliberation/tiers.ts';
import { lockAccount } from '../account/lock-account.ts';
import { requireConsent } from '../account/require-consent.ts';
import { changes } from '../changes.ts';
import { enqueuePending } from '../engine/advance.ts';
import { lockSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import { sessionById } from './by-id.ts';
import { refuseCrowd } from './refuse-crowd.ts';
import type { CreateSession, Session } from './schemas.ts';
import { seedOf } from './seed-of.ts';
import { sessionsThisMonth } from './sessions-this-month.ts';

/** Puts a decision before the board, which begins to take it apart; sent again under the same id it adds nothing. */
export async function createSession(ctx: Owner, input: CreateSession): Promise<Session> {
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    await admitSession(tx, ctx, input);
    const [added] = await tx
      .insert(sessions)
      .values({ ...input, userId, seed: seedOf(input.id) })
      .onConflictDoNothing({ target: sessions.id })
      .returning({ id: sessions.id });
    if (!added) return;
    const session = await lockSession(tx, userId, input.id);
    const { capUsd, maxRounds } = session;
    await record(tx, session, ctx.now(), { type: 'session_created', data: { capUsd, maxRounds } });
    await audit(tx, { action: 'session_created', resourceType: 'session', resourceId: input.id });
    await enqueuePending(tx, ctx, session);
  });
  changes.announce(ctx, { sessionId: input.id });
  return sessionById(ctx, input);
}

/** Refuses what the person's tier does not allow, and any model before they agreed that it reads what they enter. */
async function admitSession(tx: Tx, ctx: Owner, input: CreateSession): Promise<void> {
  const standing = await lockAccount(tx, ctx.user.id);
  requireConsent(standing);
  const { sessionsPerMonth, seatsMax, capMaxUsd } = tiers[standing.tier];
  if (input.seatsWanted > seatsMax) {
    throw new AppError('BAD_INPUT', { fields: { seatsWanted: [`Your tier has up to ${seatsMax} seats.`] } });
  }
  if (Number(input.capUsd) > capMaxUsd) {
    throw new AppError('BAD_INPUT', {
      fields: { capUsd: [`Your tier allows up to $${capMaxUsd} a session.`] },
    });
  }
  if ((await sessionsThisMonth(tx, ctx.user.id, ctx.now())) >= sessionsPerMonth) {
    throw new AppError('FORBIDDEN', {
      message: `Your tier has ${sessionsPerMonth} sessions a month, and they are used up. The next month begins on the 1st.`,
    });
  }
  await refuseCrowd(tx, ctx.user.id);
}
