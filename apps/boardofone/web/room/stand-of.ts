import { confidenceTier } from '../../ballots/ballot.ts';
import type { Confidence } from '../../deliberation/states.ts';
import type { SeatView, SessionView } from '../../deliberation/view.ts';

/** Where a seat stands, and where it stood before if that was somewhere else. */
export interface Stand {
  optionId: string;
  confidence: Confidence | null;
  /** What it has left for this; null where it did not move. */
  from: string | null;
}

/** Where a seat stands at this moment: by its vote once the votes are shown, else by what it said last. */
export function standOf({ ballots }: SessionView, seat: SeatView): Stand | null {
  const ballot = ballots?.find(({ seatId }) => seatId === seat.id);
  const said = seat.stances.map(({ optionId, confidence }) => ({ optionId, confidence }));
  const voted = ballot?.optionId
    ? [
        {
          optionId: ballot.optionId,
          confidence: ballot.confidence === null ? null : confidenceTier(ballot.confidence),
        },
      ]
    : [];
  const [now, before] = [...said, ...voted].toReversed();
  if (!now) return null;
  return { ...now, from: before && before.optionId !== now.optionId ? before.optionId : null };
}
