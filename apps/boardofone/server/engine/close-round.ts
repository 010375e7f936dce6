import { type Tx, uuidV7 } from '@commons/shared-db';
import { contributions } from '../../db/schema/contributions.ts';
import type { NewEvent } from '../../deliberation/event.ts';
import type { Step } from '../../deliberation/step.ts';
import { record } from '../log/record.ts';
import type { Mover } from './advance.ts';
import { awaitAnswers } from './await-answers.ts';
import { judgeRound } from './judge-round.ts';
import { keepCheckpoint } from './keep-checkpoint.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import { pauseSession } from './pause-session.ts';
import { hasQuorum } from './quorum.ts';
import { readFailures } from './read-failures.ts';
import { readSeats } from './read-table.ts';
import { startRound } from './start-round.ts';
import { startVote } from './start-vote.ts';
import { phaseOfRound } from './works/position-work.ts';

/** Ends a round in which everybody has spoken or cannot: notes who abstained, and says whether there is to be another. */
export async function closeRound(
  tx: Tx,
  mover: Mover,
  session: LockedSession,
  failed: readonly Step[],
): Promise<void> {
  const now = mover.now();
  const silent = failed.flatMap((step) => (step.kind === 'position' ? [step.seatId] : []));
  if (!hasQuorum(await readSeats(tx, session), silent)) {
    return pauseSession(tx, session, now, 'below_quorum');
  }
  await record(tx, session, now, ...(await noteAbstentions(tx, session, failed)));
  const { end, interventions, hasQuestions } = await judgeRound(tx, session);
  await record(tx, session, now, { type: 'round_ended', data: end }, ...interventions);
  await keepCheckpoint(tx, session);
  if (end.stop) {
    await changeSession(tx, session, { stopReason: end.stop });
    return startVote(tx, mover, session);
  }
  if (hasQuestions && session.answerWaitSeconds > 0) return awaitAnswers(tx, mover, session);
  return startRound(tx, mover, session, session.roundNumber + 1);
}

async function noteAbstentions(tx: Tx, session: LockedSession, failed: readonly Step[]): Promise<NewEvent[]> {
  const steps = await readFailures(tx, session, 'position', failed);
  if (steps.length === 0) return [];
  const { id: sessionId, userId, roundNumber: round } = session;
  const phase = phaseOfRound(round);
  const rows = steps.map(({ seatId, errorCode, cost }) => ({
    id: uuidV7(),
    userId,
    sessionId,
    seatId,
    roundNumber: round,
    phase,
    isAbstention: true,
    abstainReason: errorCode,
    cost,
  }));
  await tx.insert(contributions).values(rows).onConflictDoNothing();
  return rows.map(({ id, seatId, abstainReason }) => ({
    type: 'seat_abstained',
    data: { seatId, round, phase, contributionId: id, reason: abstainReason },
  }));
}
