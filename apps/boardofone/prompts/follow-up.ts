import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { describeDecision, materialRule } from './decision.ts';
import type { Material } from './material.ts';
import { quoted } from './quoted.ts';

export const FollowUpAnswer = z.object({ answer: writtenText.min(1).max(4_000) });
export type FollowUpAnswer = z.infer<typeof FollowUpAnswer>;

/** Something that was said in the debate, with names: once it is over nobody is hidden. */
export interface SaidBefore {
  name: string;
  round: number;
  option: string;
  text: string;
  dealbreaker: string;
}

/** A question after the end, and what there is to answer it from. */
export interface AskedAfterwards {
  /** The persona of the seat that is asked; null for the chair. */
  systemPrompt: string | null;
  /** What the seat said itself; what everybody said, for the chair. */
  said: readonly SaidBefore[];
  outcome: string;
  /** The parts of the memo, each with its sentences. */
  memo: readonly { title: string; sentences: readonly string[] }[];
  /** What the same one was asked before. */
  earlier: readonly { question: string; answer: string }[];
  question: string;
}

const chair =
  'You chaired the panel and wrote its memo. You did not speak in the debate and did not vote. Say who said what by their names, and do not smooth over disagreement.';

const rules = [
  'The debate is over: the panel has voted and the memo is written. The owner asks you something afterwards. Whatever you answer, votes and memo stay as they are, so do not announce another vote.',
  'Answer the question in at most 200 words, in your own way, and speak of this case: use its words and numbers. If nothing in the material answers it, say so and say who or what could. You may disagree with the memo.',
];

export function followUpPrompt(material: Material, asked: AskedAfterwards) {
  const { systemPrompt, said, outcome, memo, earlier, question } = asked;
  const debate = said.map(({ name, round, option, text, dealbreaker }, index) =>
    quoted(
      `said_${index + 1}`,
      `${systemPrompt ? 'You' : name}, round ${round}, for ${option}:\n${text}\nDealbreaker: ${dealbreaker || 'none'}`,
    ),
  );
  const written = memo
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ title, sentences }) => `${title}:\n${sentences.map((one) => `- ${one}`).join('\n')}`);
  const before = earlier.map((one) => `The owner asked: ${one.question}\nYou answered: ${one.answer}`);
  return {
    system: [systemPrompt ?? chair, ...rules, materialRule].join('\n\n'),
    messages: [
      {
        role: 'user' as const,
        content: [
          describeDecision(material),
          ...debate,
          quoted('outcome', outcome),
          quoted('memo', written.join('\n\n')),
          before.length > 0 && quoted('asked_before', before.join('\n\n')),
          quoted('question', question),
          'Answer the question.',
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
    ],
    maxOutputTokens: 1_000,
  };
}
