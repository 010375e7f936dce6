import { formatUsd, parseUsd, usdWords } from '../money/usd.ts';
import type { BallotOption, OptionId } from './ballot.ts';
import { labelsOf } from './rule-labels.ts';

/** What is in front by one way of deciding, and what it cost in US dollars. */
export interface Lead {
  /** Decided or not, so that like is compared with like. Several are a tie; none is no answer. */
  optionIds: readonly OptionId[];
  cost: string;
}

/** The same question put to one model alone, to a vote after the blind round, and to the whole debate. */
export interface BaselineInput {
  single: Lead | null;
  /** Up to and with the blind round. */
  firstRound: Lead;
  /** The whole session. */
  final: Lead;
}

export interface BaselineReport {
  /** Whether the debate ended elsewhere than a vote after the blind round. */
  hasChanged: boolean;
  /** Whether one model alone said the same as the board; null where it was not asked. */
  hasSingleAgreed: boolean | null;
  /** What was paid after the blind round. */
  debateCost: string;
  words: string;
}

/** Was the debate worth it? */
export function baselineReport(
  { single, firstRound, final }: BaselineInput,
  options: readonly BallotOption[],
): BaselineReport {
  const debateCost = parseUsd(final.cost) - parseUsd(firstRound.cost);
  if (debateCost < 0n) throw new RangeError('a session costs at least its first round');
  const hasChanged = !isSame(firstRound, final);
  const hasSingleAgreed = single && isSame(single, final);
  const spent = `The rounds after the first cost ${usdWords(debateCost)}.`;
  const debate = hasChanged
    ? `The debate changed the answer: ${answer(firstRound)} was in front after the first round, ${answer(final)} is now.`
    : `The debate changed nothing: ${answer(final)} was in front after the first round already.`;
  return {
    hasChanged,
    hasSingleAgreed,
    debateCost: formatUsd(debateCost),
    words: [debate, spent, ...singleWords()].join(' '),
  };

  function singleWords() {
    if (!single) return [];
    const cost = usdWords(parseUsd(single.cost));
    return [
      hasSingleAgreed
        ? `One model alone gave the same answer for ${cost}.`
        : `One model alone gave ${answer(single)} for ${cost}.`,
    ];
  }

  function answer({ optionIds }: Lead) {
    if (optionIds.length === 0) return 'no answer';
    return optionIds.length === 1 ? labelsOf(options, optionIds) : `a tie of ${labelsOf(options, optionIds)}`;
  }
}

/** The same options, in whatever order. */
const isSame = (one: Lead, other: Lead): boolean =>
  one.optionIds.length === other.optionIds.length &&
  one.optionIds.every((id) => other.optionIds.includes(id));
