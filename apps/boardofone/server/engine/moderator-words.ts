import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { events } from '../../db/schema/events.ts';
import type { EventData } from '../../deliberation/event.ts';
import type { LockedSession } from './lock-session.ts';

/** What the moderator asks of a seat in a round; null for nothing. */
export async function moderatorWords(
  tx: Tx,
  { id, userId }: LockedSession,
  { round, seatId }: { round: number; seatId: string },
): Promise<string | null> {
  const [event] = await tx
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.userId, userId),
        eq(events.sessionId, id),
        eq(events.type, 'moderator_intervened'),
        eq(sql`${events.data} ->> 'seatId'`, seatId),
        eq(sql`(${events.data} ->> 'round')::int`, round),
      ),
    );
  // Only `record` writes events, and it takes no others.
  return event ? (event.data as EventData['moderator_intervened']).words : null;
}
