import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { type Ballot, confidenceTier } from '../../ballots/ballot.ts';
import { seats } from '../../db/schema/seats.ts';
import { votes } from '../../db/schema/votes.ts';
import type { LockedSession } from './lock-session.ts';

/** A vote as the rules count it, and what else is shown of it. */
export interface ReadBallot {
  ballot: Ballot;
  /** As it was said, 0 to 1. */
  confidence: number | null;
  wasAskedAgain: boolean;
}

/** The votes of a session, by the places of their seats. */
export async function readBallots(tx: Tx, { id, userId }: LockedSession): Promise<ReadBallot[]> {
  const rows = await tx
    .select({ vote: votes, weight: seats.baseWeight })
    .from(votes)
    .innerJoin(seats, and(eq(seats.id, votes.seatId), eq(seats.userId, votes.userId)))
    .where(and(eq(votes.userId, userId), eq(votes.sessionId, id)))
    .orderBy(asc(seats.position));
  return rows.map(({ vote, weight }) => {
    const confidence = vote.confidence === null ? null : Number(vote.confidence);
    return {
      ballot: {
        seatId: vote.seatId,
        abstained: vote.isAbstention,
        choice: vote.optionId,
        ranking: vote.ranking,
        approvals: vote.approvals,
        confidence: confidence === null ? null : confidenceTier(confidence),
        weight: Number(weight),
      },
      confidence,
      wasAskedAgain: vote.wasAskedAgain,
    };
  });
}
