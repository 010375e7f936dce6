import { defineJob, enqueue } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { events } from '../../db/schema/events.ts';
import type { EventData } from '../../deliberation/event.ts';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import type { Mover } from './advance.ts';
import { changeSession, type LockedSession, lockIfThere } from './lock-session.ts';
import { patientJob } from './patient-job.ts';
import { startRound } from './start-round.ts';

/** Waits for the owner's answers, and not longer than the owner said. */
export async function awaitAnswers(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  const { answerWaitSeconds } = session;
  const until = new Date(mover.now().getTime() + answerWaitSeconds * 1_000).toISOString();
  await changeSession(tx, session, { waitsFor: 'answers' });
  await record(tx, session, mover.now(), { type: 'answers_awaited', data: { until } });
  await goOnLater(tx, session, answerWaitSeconds);
}

/** Waits on after a pause, in which the time may have run out and its job have found nothing to do. */
export async function awaitFurther(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  const { id: sessionId, userId } = session;
  const [awaited] = await tx
    .select({ data: events.data })
    .from(events)
    .where(
      and(eq(events.userId, userId), eq(events.sessionId, sessionId), eq(events.type, 'answers_awaited')),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  // Only `record` writes events, and it takes no others.
  const until = awaited ? Date.parse((awaited.data as EventData['answers_awaited']).until) : 0;
  const leftMs = Math.max(0, until - mover.now().getTime());
  await goOnLater(tx, session, Math.ceil(leftMs / 1_000));
}

async function goOnLater(tx: Tx, session: LockedSession, delaySeconds: number): Promise<void> {
  const { id: sessionId, roundNumber: round, run } = session;
  await enqueue(
    tx,
    goOnJob,
    { sessionId, round },
    { key: `${sessionId}:go-on:${round}:${run}`, delaySeconds },
  );
}

/** Goes on without an answer when the time that the owner gave is over. */
export const goOnJob = defineJob({
  ...patientJob,
  name: 'boardofone.go-on',
  schema: z.object({ sessionId: z.uuid(), round: z.int().positive() }),
  async run(job) {
    const { sessionId, round } = job.data;
    await job.asUser(async (tx) => {
      const session = await lockIfThere(tx, job.user.id, sessionId);
      if (session?.status === 'active') await goOn(tx, job, session, round);
    });
    changes.announce(job, { sessionId });
  },
});

/** Begins the round after this one, if the session still waits for answers to it. */
export async function goOn(tx: Tx, mover: Mover, session: LockedSession, round: number): Promise<void> {
  if (session.waitsFor !== 'answers' || session.roundNumber !== round) return;
  await startRound(tx, mover, session, round + 1);
}
