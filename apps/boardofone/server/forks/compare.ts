import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { events } from '../../db/schema/events.ts';
import { memos } from '../../db/schema/memos.ts';
import { votes } from '../../db/schema/votes.ts';
import { type LockedSession, readSession } from '../engine/lock-session.ts';
import { readMaterial } from '../engine/read-material.ts';
import { readSeats } from '../engine/read-table.ts';
import { originOf } from './origin-of.ts';
import type { Comparison, ForkId, Side } from './schemas.ts';

/** A what-if beside the session that it begins from. */
export function compareFork(ctx: SignedInContext, { id }: ForkId): Promise<Comparison> {
  const userId = ctx.user.id;
  return ctx.asUser(async (tx) => {
    const fork = await readSession(tx, userId, id);
    const origin = await originOf(tx, fork);
    if (!origin) throw new AppError('NOT_FOUND');
    const parent = await readSession(tx, userId, origin.sessionId);
    return { origin, before: await sideOf(tx, parent), after: await sideOf(tx, fork) };
  });
}

async function sideOf(tx: Tx, session: LockedSession): Promise<Side> {
  const { id, userId, problem, status, capUsd, maxRounds, totalCost, outcome } = session;
  const { options } = await readMaterial(tx, session, 0);
  const cast = await tx
    .select({ seatId: votes.seatId, optionId: votes.optionId })
    .from(votes)
    .where(and(eq(votes.userId, userId), eq(votes.sessionId, id)));
  const [memo] = await tx
    .select({ body: memos.body })
    .from(memos)
    .where(and(eq(memos.userId, userId), eq(memos.sessionId, id)));
  // Votes are blind until all of them are shown.
  const shown = outcome ? cast : [];
  const panel = await readSeats(tx, session);
  return {
    id,
    problem,
    status,
    capUsd,
    maxRounds,
    totalCost,
    isPriced: await isPriced(tx, session),
    outcome,
    options: options.map((option) => ({ id: option.id, label: option.label })),
    seats: panel.map(({ id: seatId, name, personaCode }) => {
      const vote = shown.find((one) => one.seatId === seatId);
      return { name, personaCode, optionId: vote?.optionId ?? null, hasVoted: vote !== undefined };
    }),
    recommendation: memo?.body.recommendation.map(({ text }) => text) ?? [],
  };
}

async function isPriced(tx: Tx, { id, userId }: LockedSession): Promise<boolean> {
  const [unpriced] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.userId, userId),
        eq(events.sessionId, id),
        eq(events.type, 'cost_settled'),
        sql`${events.data} ->> 'isPriced' = 'false'`,
      ),
    )
    .limit(1);
  return unpriced === undefined;
}
