import type { Tx } from '@commons/shared-db';
import { outcomeOf } from '../../ballots/outcome.ts';
import { votes } from '../../db/schema/votes.ts';
import type { Step } from '../../deliberation/step.ts';
import { record } from '../log/record.ts';
import { enqueuePending, type Mover } from './advance.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import { malformed } from './open-call.ts';
import { quorumOf } from './quorum.ts';
import { readBallots } from './read-ballots.ts';
import { readFailures } from './read-failures.ts';
import { readMaterial } from './read-material.ts';
import { readSeats } from './read-table.ts';

/** Reveals the votes all at once, and says what they come to. Whoever could not vote abstained, visibly. */
export async function closeVote(
  tx: Tx,
  mover: Mover,
  session: LockedSession,
  failed: readonly Step[],
): Promise<void> {
  const { id: sessionId, userId } = session;
  for (const { seatId, errorCode } of await readFailures(tx, session, 'vote', failed)) {
    await tx
      .insert(votes)
      .values({ userId, sessionId, seatId, isAbstention: true, wasAskedAgain: errorCode === malformed })
      .onConflictDoNothing();
  }
  const panel = (await readSeats(tx, session)).map(({ id, baseWeight }) => ({
    seatId: id,
    weight: Number(baseWeight),
  }));
  const { options } = await readMaterial(tx, session, 0);
  const ballots = await readBallots(tx, session);
  const outcome = outcomeOf(
    ballots.map(({ ballot }) => ballot),
    options,
    panel,
    quorumOf(panel.length),
  );
  await changeSession(tx, session, { phase: 'synthesis', outcome });
  const revealed = ballots.map(({ ballot, confidence, wasAskedAgain }) => ({
    seatId: ballot.seatId,
    optionId: ballot.choice,
    confidence,
    isAbstention: ballot.abstained,
    wasAskedAgain,
  }));
  await record(tx, session, mover.now(), { type: 'votes_revealed', data: { ballots: revealed, outcome } });
  await enqueuePending(tx, mover, session);
}
