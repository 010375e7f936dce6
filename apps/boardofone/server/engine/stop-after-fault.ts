import type { Tx } from '@commons/shared-db';
import { and, count, eq, sql } from 'drizzle-orm';
import { events } from '../../db/schema/events.ts';
import { record } from '../log/record.ts';
import { notifyOwner } from '../notices/notify-owner.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import { pauseSession } from './pause-session.ts';

/** Resuming helps against what passes; what has come back twice does not pass. */
const faultsMax = 3;

const reason =
  'Something went wrong on our side three times, and resuming did not help. What was said is kept; ask again as a new decision.';

/** Pauses a session after a fault of ours, or ends it as failed where that has been tried often enough. */
export async function stopAfterFault(tx: Tx, session: LockedSession, now: Date): Promise<void> {
  if (session.status !== 'active') return;
  if ((await countFaults(tx, session)) + 1 < faultsMax) return pauseSession(tx, session, now, 'fault');
  await changeSession(tx, session, { status: 'failed', waitsFor: null });
  await record(tx, session, now, { type: 'session_failed', data: { reason } });
  await notifyOwner(tx, session, { kind: 'failed', reason: null });
}

async function countFaults(tx: Tx, { id, userId }: LockedSession): Promise<number> {
  const { sessionId, userId: ownerId, type, data } = events;
  const isFault = sql`${data} ->> 'reason' = 'fault'`;
  const [found] = await tx
    .select({ faults: count() })
    .from(events)
    .where(and(eq(sessionId, id), eq(ownerId, userId), eq(type, 'session_paused'), isFault));
  return found?.faults ?? 0;
}
