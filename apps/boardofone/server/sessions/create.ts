import { AppError } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { tiers } from '../../deliberation/tiers.ts';
import type { DecisionTemplate } from '../../templates/decision-template.ts';
import { templates } from '../../templates/templates.ts';
import { lockAccount } from '../account/lock-account.ts';
import type { Standing } from '../account/read-standing.ts';
import { requireConsent } from '../account/require-consent.ts';
import { changes } from '../changes.ts';
import { enqueuePending } from '../engine/advance.ts';
import { lockSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';
import type { Owner } from '../owner.ts';
import { sessionById } from './by-id.ts';
import { proposeTemplate } from './propose-template.ts';
import { refuseCrowd } from './refuse-crowd.ts';
import type { CreateSession, Session } from './schemas.ts';
import { seedOf } from './seed-of.ts';
import { sessionsThisMonth } from './sessions-this-month.ts';

/** Puts a decision before the board, which begins to take it apart; sent again under the same id it adds nothing. */
export async function createSession(ctx: Owner, input: CreateSession): Promise<Session> {
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    const standing = await lockAccount(tx, userId);
    // Sent again, because the answer was lost: what was admitted once is not judged anew.
    if (await isThere(tx, ctx, input.id)) return;
    await admitSession(tx, ctx, standing, input);
    const template = findTemplate(input.template);
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
    if (template) await proposeTemplate(tx, ctx, session, template);
    else await enqueuePending(tx, ctx, session);
  });
  changes.announce(ctx, { sessionId: input.id });
  return sessionById(ctx, input);
}

async function isThere(tx: Tx, { user }: Owner, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, user.id)));
  return row !== undefined;
}

function findTemplate(id: string | null): DecisionTemplate | undefined {
  const template = templates.find((one) => one.id === id);
  if (id && !template) {
    throw new AppError('BAD_INPUT', {
      fields: { template: ['There is no such outline. Choose another one.'] },
    });
  }
  return template;
}

/** Refuses what the person's tier does not allow, and any model before they agreed that it reads what they enter. */
async function admitSession(tx: Tx, ctx: Owner, standing: Standing, input: CreateSession): Promise<void> {
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
