import type { Ballot, BallotOption } from '../ballot.ts';

/** Options whose ids are letters: "ABC". */
export const optionsOf = (letters: string): BallotOption[] =>
  [...letters].map((id) => ({ id, label: `Option ${id}` }));

/** Ballots as tables of elections write them: 5 of "A>C>B" or "A>B=C", with the choice and the approval of the first. */
export function rank(profile: readonly (readonly [count: number, ranking: string])[]): Ballot[] {
  return profile.flatMap(([count, written], group) =>
    Array.from({ length: count }, (_, index) => ballotOf(`${group}-${index}`, written)),
  );
}

/** One ballot out of its written ranking. */
export function ballotOf(seatId: string, written: string, part: Partial<Ballot> = {}): Ballot {
  const ranking = written.split('>').map((options) => options.split('='));
  const choice = ranking[0]?.[0] ?? null;
  return {
    seatId,
    abstained: false,
    choice,
    ranking,
    approvals: choice === null ? [] : [choice],
    confidence: 'high',
    weight: 1,
    ...part,
  };
}

/** A seat that would rather not. */
export const abstention = (seatId: string, weight = 1): Ballot => ({
  seatId,
  abstained: true,
  choice: null,
  ranking: [],
  approvals: [],
  confidence: null,
  weight,
});
