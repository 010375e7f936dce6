import type { BallotOption, OptionId, SeatId } from '../ballots/ballot.ts';
import { labelOf } from '../ballots/ballot.ts';
import type { Confidence } from '../deliberation/states.ts';
import { isOtherLanguage } from '../language/is-other-language.ts';
import { consensusOf } from './consensus.ts';
import { termsOf } from './terms.ts';

export const moderatorRules = ['dissent', 'agreement', 'off_topic', 'novelty'] as const;
export type ModeratorRule = (typeof moderatorRules)[number];

/** What a seat said in the round, as far as the moderator looks at it. */
export interface ModeratedPosition {
  seatId: SeatId;
  optionId: OptionId;
  confidence: Confidence;
  isNovel: boolean;
  argument: string;
  isAdversarial: boolean;
}

/** What the debate is about. */
export interface Agenda {
  problem: string;
  subQuestions: readonly string[];
  options: readonly (BallotOption & { description?: string })[];
}

/** Something that the moderator says to one seat before the next round, and the rule that made it. */
export interface Prompting {
  rule: ModeratorRule;
  seatId: SeatId;
  words: string;
}

const dissentMin = 2;
const sureness: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };

/**
 * Checks of structured fields and nothing else, so that the same round always draws the same words; positions are in the
 * order of their seats. No seat is spoken to twice. What concerns the whole panel goes first, to the surest of those in
 * front and rather to one that is not to be reminded of anything else.
 */
export function moderate(
  round: number,
  positions: readonly ModeratedPosition[],
  agenda: Agenda,
): Prompting[] {
  const promptings: Prompting[] = [];
  const offTopic = positions.filter(({ argument }) => !isOnTopic(argument, agenda));
  // In the blind round everything is new.
  const stale = round < 2 ? [] : positions.filter(({ isNovel }) => !isNovel);
  const { leading, agreeing, speaking } = consensusOf(positions);
  const [front = ''] = leading;
  const label = labelOf(agenda.options, front);
  const inFront = positions.filter(({ optionId }) => leading.includes(optionId)).toSorted(bySureness);

  if (leading.length === 1 && speaking > 1) {
    for (let dissent = speaking - agreeing; dissent < dissentMin; dissent += 1)
      prompt(
        'dissent',
        inFront,
        `Fewer than ${dissentMin} seats disagree. Make the strongest case against ${label} that you can, even if you keep your position.`,
      );
    if (agreeing * 10 > speaking * 7)
      prompt(
        'agreement',
        inFront.filter(({ isAdversarial }) => !isAdversarial),
        `More than 70 % stand for ${label}. Suppose that in a year it has turned out wrong: what went wrong?`,
      );
  }
  for (const position of offTopic)
    prompt(
      'off_topic',
      [position],
      'Your last contribution named none of the questions or options. Say which of them it bears on.',
    );
  for (const position of stale)
    prompt(
      'novelty',
      [position],
      'Your last contribution had no new argument. Bring one that nobody has brought, or say that you have none.',
    );
  return promptings;

  function prompt(rule: ModeratorRule, candidates: readonly ModeratedPosition[], words: string) {
    const free = candidates.filter(({ seatId }) => !promptings.some((one) => one.seatId === seatId));
    const addressee = free.find((one) => !offTopic.includes(one) && !stale.includes(one)) ?? free[0];
    if (addressee) promptings.push({ rule, seatId: addressee.seatId, words });
  }

  /** Who is there to oppose first, then the surest; the order of the seats decides the rest. */
  function bySureness(one: ModeratedPosition, other: ModeratedPosition) {
    return (
      Number(other.isAdversarial) - Number(one.isAdversarial) ||
      sureness[other.confidence] - sureness[one.confidence]
    );
  }
}

/**
 * It has a word in common with the problem, one of its questions or an option. Endings are those of English, and who answers in another
 * language than was asked in has no word in common at all: neither is judged.
 */
function isOnTopic(argument: string, { problem, subQuestions, options }: Agenda): boolean {
  if (isOtherLanguage(problem) || isOtherLanguage(argument)) return true;
  const agenda = [
    problem,
    ...subQuestions,
    ...options.flatMap(({ label, description }) => [label, description ?? '']),
  ];
  const terms = termsOf(agenda.join('\n'));
  return [...termsOf(argument)].some((term) => terms.has(term));
}
