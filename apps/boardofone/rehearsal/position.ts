import type { Confidence } from '../deliberation/states.ts';
import type { Material, NamedOption } from '../prompts/material.ts';
import type { HeardPosition, PositionAnswer } from '../prompts/position.ts';
import { rehearsalNotice } from './notice.ts';
import { clipped, numberOf, pick, sentencesOf } from './sentences.ts';

/** Whose part is rehearsed. */
export interface RehearsedSeat {
  personaCode: string;
  job: string;
  isAdversarial: boolean;
}

interface Part {
  seat: RehearsedSeat;
  seed: number;
  round: number;
  heard: readonly HeardPosition[];
  moderator: string | null;
  /** What the seat has said before, the newest last. */
  own: readonly { optionId: string | null }[];
}

const tiers: readonly Confidence[] = ['low', 'medium', 'high'];

/** A position put together from the words that the owner gave, different for every seat and the same every time. */
export function rehearsePosition(material: Material, part: Part): PositionAnswer {
  const { seat, seed, round, heard, moderator } = part;
  const number = numberOf(`${seat.personaCode} ${seed}`);
  const option = optionFor(material.options, part, number);
  const said = sentencesOf(material.context, material.constraints, ...material.facts);
  const weighed = pick(said, number, material.problem);
  const other = pick(said, number + 1 + round, material.problem);
  const rival = heard.find((one) => one.option !== option.key);
  return {
    option: option.key,
    confidence: pick(tiers, number + round, 'medium'),
    argument: [
      `${rehearsalNotice} I come to “${clipped(material.problem, 120)}” as somebody who ${lowerFirst(seat.job)}.`,
      `You wrote “${clipped(weighed)}”, and I would weigh that first.`,
      rival &&
        `${rival.label} takes ${rival.option} and says “${clipped(rival.argument.replace(rehearsalNotice, '').trim(), 120)}”. I keep that in mind.`,
      moderator &&
        `The moderator asked me: ${clipped(moderator)}. My answer is the same sentence of yours, read once more: “${clipped(other)}”.`,
      `That leads me to ${option.key}, “${option.label}”.`,
    ]
      .filter(Boolean)
      .join(' '),
    dealbreaker: `If it were not so that “${clipped(other)}”, I would drop this.`,
    statements: [
      ...(said.length > 0
        ? [{ label: 'FACT' as const, text: clipped(weighed), source: weighed.slice(0, 300) }]
        : []),
      { label: 'ASSUMPTION', text: `That ${option.key} can be carried out as described.`, source: null },
      { label: 'UNKNOWN', text: `What “${clipped(other, 80)}” will mean in a year.`, source: null },
    ],
    isNovel: round === 1 || moderator !== null,
    question: round === 1 && number % 4 === 0 ? `How sure are you of “${clipped(weighed, 100)}”?` : '',
  };
}

/** Keeps its option once it has one, except that one in three comes over to another in the second round. */
function optionFor(options: readonly NamedOption[], { seat, round, own }: Part, number: number): NamedOption {
  const before = options.find(({ id }) => id === own.at(-1)?.optionId);
  if (before && !(round === 2 && number % 3 === 0)) return before;
  const doing = options.filter(({ isNothing }) => isNothing === seat.isAdversarial);
  const pool = doing.length > 0 ? doing : options;
  return pick(pool, number + (before ? 1 : 0), options[0] as NamedOption);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
