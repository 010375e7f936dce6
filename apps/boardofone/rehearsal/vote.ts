import type { Material } from '../prompts/material.ts';
import type { VoteAnswer } from '../prompts/vote.ts';
import { rehearsalNotice } from './notice.ts';
import type { RehearsedSeat } from './position.ts';
import { clipped, numberOf, sentencesOf } from './sentences.ts';

interface Part {
  seat: RehearsedSeat;
  seed: number;
  /** What the seat has said, the newest last. */
  own: readonly { optionId: string | null }[];
}

/** A ballot for what the seat said last, with the other options behind it. */
export function rehearseVote(material: Material, { seat, seed, own }: Part): VoteAnswer {
  const number = numberOf(`${seat.personaCode} ${seed} vote`);
  const last = own.at(-1)?.optionId;
  const keys = material.options.map(({ key }) => key);
  const first = material.options.find(({ id }) => id === last)?.key ?? keys[number % keys.length] ?? '';
  const others = keys.filter((key) => key !== first);
  const turned = [
    ...others.slice(number % (others.length || 1)),
    ...others.slice(0, number % (others.length || 1)),
  ];
  const reason = sentencesOf(material.context, material.constraints)[0] ?? material.problem;
  return {
    isAbstention: false,
    ranking: [first, ...turned],
    approvals: [first, ...turned.slice(0, number % 2)],
    confidence: 0.5 + (number % 5) / 10,
    reasoning: `${rehearsalNotice} I stay with ${first}, because of “${clipped(reason)}”.`,
  };
}
