import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import { contributions } from '../../db/schema/contributions.ts';
import { events } from '../../db/schema/events.ts';
import { followUps } from '../../db/schema/follow-ups.ts';
import { memos } from '../../db/schema/memos.ts';
import { options } from '../../db/schema/options.ts';
import { ownerFacts } from '../../db/schema/owner-facts.ts';
import { seats } from '../../db/schema/seats.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { votes } from '../../db/schema/votes.ts';
import { SessionRecord } from '../../record/schemas.ts';
import { originOf } from '../forks/origin-of.ts';

/** Everything that is kept of a session, as it stands at one moment. */
export async function readRecord(
  tx: Tx,
  { user, now }: Pick<SignedInContext, 'user' | 'now'>,
  id: string,
): Promise<SessionRecord> {
  const rows = await readRows(tx, user.id, id);
  const forkedFrom = await originOf(tx, rows.session);
  const { session, seated, voted, log, memo, asked, ...rest } = rows;
  // The schema takes of every row what a record holds, and nothing else.
  return SessionRecord.parse({
    ...rest,
    format: 'commons.boardofone.session',
    version: 3,
    exportedAt: now().toISOString(),
    session: { ...session, createdAt: session.createdAt.toISOString(), forkedFrom },
    outcome: session.outcome,
    panel: seated.map((seat) => ({ ...seat, baseWeight: Number(seat.baseWeight) })),
    votes: voted.map((vote) => ({
      ...vote,
      confidence: vote.confidence === null ? null : Number(vote.confidence),
    })),
    memo: memo ? { ...memo, createdAt: memo.createdAt.toISOString() } : null,
    followUps: asked.map((one) => ({
      ...one,
      createdAt: one.createdAt.toISOString(),
      answeredAt: one.answeredAt?.toISOString() ?? null,
    })),
    events: log.map((event) => ({ ...event, at: event.at.toISOString() })),
  });
}

/** The session is held meanwhile: whoever adds to it locks its row, so that all of this is of one moment. */
async function readRows(tx: Tx, userId: string, id: string) {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
    .for('share');
  if (!session) throw new AppError('NOT_FOUND');
  const [memo] = await tx
    .select()
    .from(memos)
    .where(and(eq(memos.userId, userId), eq(memos.sessionId, id)));
  return {
    session,
    memo,
    options: await tx
      .select()
      .from(options)
      .where(and(eq(options.userId, userId), eq(options.sessionId, id)))
      .orderBy(asc(options.position)),
    seated: await tx
      .select()
      .from(seats)
      .where(and(eq(seats.userId, userId), eq(seats.sessionId, id)))
      .orderBy(asc(seats.position)),
    contributions: await tx
      .select()
      .from(contributions)
      .where(and(eq(contributions.userId, userId), eq(contributions.sessionId, id)))
      .orderBy(asc(contributions.roundNumber), asc(contributions.id)),
    ownerFacts: await tx
      .select()
      .from(ownerFacts)
      .where(and(eq(ownerFacts.userId, userId), eq(ownerFacts.sessionId, id)))
      .orderBy(asc(ownerFacts.id)),
    voted: await tx
      .select()
      .from(votes)
      .where(and(eq(votes.userId, userId), eq(votes.sessionId, id)))
      .orderBy(asc(votes.seatId)),
    calls: await tx
      .select()
      .from(calls)
      .where(and(eq(calls.userId, userId), eq(calls.sessionId, id)))
      .orderBy(asc(calls.id)),
    asked: await tx
      .select()
      .from(followUps)
      .where(and(eq(followUps.userId, userId), eq(followUps.sessionId, id)))
      .orderBy(asc(followUps.createdAt), asc(followUps.id)),
    log: await tx
      .select()
      .from(events)
      .where(and(eq(events.userId, userId), eq(events.sessionId, id)))
      .orderBy(asc(events.seq)),
  };
}
