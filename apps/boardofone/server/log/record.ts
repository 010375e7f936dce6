import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { events } from '../../db/schema/events.ts';
import { sessions } from '../../db/schema/sessions.ts';
import type { NewEvent, PastEvent } from '../../deliberation/event.ts';
import type { LockedSession } from '../engine/lock-session.ts';

/** Writes events to the log of a session that this transaction holds, in order and at one time. */
export function record(tx: Tx, session: LockedSession, at: Date, ...happened: NewEvent[]): Promise<void> {
  return recordPast(
    tx,
    session,
    happened.map((event) => ({ ...event, at })),
  );
}

/** The same for what happened before, each event at its own time. */
export async function recordPast(
  tx: Tx,
  session: LockedSession,
  happened: readonly PastEvent[],
): Promise<void> {
  if (happened.length === 0) return;
  const { id: sessionId, userId } = session;
  await tx.insert(events).values(
    happened.map(({ type, data, at }, index) => ({
      sessionId,
      userId,
      seq: session.lastSeq + 1 + index,
      type,
      data,
      at,
    })),
  );
  session.lastSeq += happened.length;
  await tx
    .update(sessions)
    .set({ lastSeq: session.lastSeq })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
}
