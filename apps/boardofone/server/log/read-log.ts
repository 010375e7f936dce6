import type { Tx } from '@commons/shared-db';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { events } from '../../db/schema/events.ts';
import type { SessionEvent } from '../../deliberation/event.ts';

/** Which part of a log: after one event, up to another. */
export interface PartOfLog {
  id: string;
  userId: string;
  after: number;
  until?: number | undefined;
}

/** What happened in a session, in order. */
export async function readLog(tx: Tx, { id, userId, after, until }: PartOfLog): Promise<SessionEvent[]> {
  const { sessionId, seq, v, type, data, at } = events;
  const rows = await tx
    .select({ sessionId, seq, v, type, data, at })
    .from(events)
    .where(
      and(
        eq(events.userId, userId),
        eq(sessionId, id),
        gt(seq, after),
        until === undefined ? undefined : lte(seq, until),
      ),
    )
    .orderBy(asc(seq));
  // Only `record` writes events, and it takes no others.
  return rows as SessionEvent[];
}
