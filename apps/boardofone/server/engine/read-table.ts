import type { Tx } from '@commons/shared-db';
import { and, asc, eq, type InferSelectModel } from 'drizzle-orm';
import { contributions } from '../../db/schema/contributions.ts';
import { seats } from '../../db/schema/seats.ts';
import type { LockedSession } from './lock-session.ts';

export type Seat = InferSelectModel<typeof seats>;
export type Contribution = InferSelectModel<typeof contributions>;

/** The panel of a session, by their places. */
export function readSeats(tx: Tx, { id, userId }: LockedSession): Promise<Seat[]> {
  return tx
    .select()
    .from(seats)
    .where(and(eq(seats.userId, userId), eq(seats.sessionId, id)))
    .orderBy(asc(seats.position));
}

/** Everything that was said in a session, in order. */
export function readContributions(tx: Tx, { id, userId }: LockedSession): Promise<Contribution[]> {
  return tx
    .select()
    .from(contributions)
    .where(and(eq(contributions.userId, userId), eq(contributions.sessionId, id)))
    .orderBy(asc(contributions.roundNumber), asc(contributions.id));
}
