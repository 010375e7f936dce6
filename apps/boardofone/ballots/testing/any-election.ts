import fc from 'fast-check';
import type { Ballot, BallotOption, OptionId } from '../ballot.ts';
import { optionsOf } from './rank.ts';

export interface Election {
  options: BallotOption[];
  ballots: Ballot[];
}

const anyWeight = fc.constantFrom(0.1, 0.2, 0.3, 0.7, 1, 1.5, 2);
const anyConfidence = fc.constantFrom('low' as const, 'medium' as const, 'high' as const, null);

const ballot = (seatId: string, ids: readonly OptionId[], isStrict: boolean): fc.Arbitrary<Ballot> =>
  fc
    .record({
      ranking: isStrict ? anyOrder(ids) : anyWeakOrder(ids),
      approvals: fc.subarray([...ids]),
      confidence: anyConfidence,
      weight: isStrict ? fc.constant(1) : anyWeight,
      abstained: isStrict ? fc.constant(false) : fc.nat(9).map((number) => number === 0),
    })
    .map(({ abstained, ranking, approvals, ...rest }) => ({
      seatId,
      abstained,
      choice: abstained ? null : (ranking[0]?.[0] ?? null),
      ranking: abstained ? [] : ranking,
      approvals: abstained ? [] : approvals,
      ...rest,
    }));

const anyOrder = (ids: readonly OptionId[]) =>
  fc.shuffledSubarray([...ids], { minLength: ids.length }).map((order) => order.map((id) => [id]));

/** Each option has a place, the same as another's or none. */
const anyWeakOrder = (ids: readonly OptionId[]) =>
  fc
    .array(fc.nat(ids.length), { minLength: ids.length, maxLength: ids.length })
    .map((places) =>
      ids
        .map((_, place) => ids.filter((_id, index) => places[index] === place))
        .filter((group) => group.length > 0),
    );

const election = (isStrict: boolean, counts: fc.Arbitrary<number>): fc.Arbitrary<Election> =>
  fc.tuple(fc.integer({ min: 2, max: 5 }), counts).chain(([optionCount, count]) => {
    const options = optionsOf('ABCDE'.slice(0, optionCount));
    const ids = options.map(({ id }) => id);
    return fc
      .tuple(...Array.from({ length: count }, (_, index) => ballot(`seat-${index}`, ids, isStrict)))
      .map((ballots) => ({ options, ballots }));
  });

/** Ties, gaps, abstentions and uneven weights. */
export const anyElection = election(false, fc.integer({ min: 1, max: 9 }));

/** An odd number of equal seats with complete rankings: no pair can tie. */
export const anyStrictElection = election(
  true,
  fc.nat(4).map((half) => 2 * half + 1),
);
