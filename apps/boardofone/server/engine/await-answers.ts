import { defineJob, enqueue } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { z } from 'zod';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import type { Mover } from './advance.ts';
import { changeSession, type LockedSession, lockIfThere } from './lock-session.ts';
import { startRound } from './start-round.ts';

/** Waits for the owner's answers, and not longer than the owner said. */
export async function awaitAnswers(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  const { id: sessionId, roundNumber: round, answerWaitSeconds } = session;
  const until = new Date(mover.now().getTime() + answerWaitSeconds * 1_000).toISOString();
  await changeSession(tx, session, { waitsFor: 'answers' });
  await record(tx, session, mover.now(), { type: 'answers_awaited', data: { until } });
  await enqueue(
    tx,
    goOnJob,
    { sessionId, round },
    {
      key: `${sessionId}:go-on:${round}`,
      delaySeconds: answerWaitSeconds,
    },
  );
}

/** Goes on without an answer when the time that the owner gave is over. */
export const goOnJob = defineJob({
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
