import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { confidences, evidenceLabels } from '../deliberation/states.ts';
import { describeDecision, materialRule } from './decision.ts';
import type { Material, NamedOption } from './material.ts';
import { quoted, withoutMarks } from './quoted.ts';

/** What a seat answers in a round; options go by their short names. */
export function positionSchema(options: readonly NamedOption[]) {
  return z.object({
    option: z.enum(options.map(({ key }) => key)),
    confidence: z.enum(confidences),
    argument: writtenText.min(1).max(4_000),
    dealbreaker: writtenText.max(500),
    statements: z
      .array(
        z.object({
          label: z.enum(evidenceLabels),
          text: writtenText.min(1).max(500),
          source: writtenText.max(500).nullable(),
        }),
      )
      .max(12),
    isNovel: z.boolean(),
    question: writtenText.max(300),
  });
}
export type PositionAnswer = z.infer<ReturnType<typeof positionSchema>>;

/** What one seat said in the round before, under a label in place of its name. */
export interface HeardPosition {
  label: string;
  option: string;
  confidence: string;
  argument: string;
  dealbreaker: string;
}

/** Whose turn it is, and what they have heard. */
export interface Turn {
  systemPrompt: string;
  round: number;
  heard: readonly HeardPosition[];
  /** What the moderator asks of this seat alone. */
  moderator: string | null;
}

const rules = [
  'You sit on a panel of people who see things differently. You are not asked to agree; a panel whose members adapt to each other is worth nothing. Change your mind for an argument and never for a majority.',
  'Pick the one option that you would take now. Say how sure you are as low, medium or high. Argue in at most 250 words, in your own way, and speak of this case: use its words and numbers.',
  'Name the dealbreaker: what would have to be true for you to drop your option. Leave it empty if nothing would.',
  'List the claims that you rest on. FACT is only what the material says, with its words as the source; INFERENCE follows from facts; ASSUMPTION is what you take for granted; UNKNOWN is what somebody should find out.',
  'Set isNovel only if you bring an argument that nobody has brought. You may ask the owner one question; leave it empty if no answer would move you.',
];

export function positionPrompt(material: Material, { systemPrompt, round, heard, moderator }: Turn) {
  const others = heard.map(({ label, option, confidence, argument, dealbreaker }) =>
    quoted(
      label.toLowerCase().replaceAll(' ', '_'),
      `${label} takes ${option} (${confidence}).\n${argument}\nDealbreaker: ${dealbreaker || 'none'}`,
    ),
  );
  const ask =
    round === 1
      ? 'Nobody has spoken yet. Give your position.'
      : 'These are the positions of the last round, your own among them if you gave one, under labels and in no order. Answer the strongest argument against you, and give your position.';
  return {
    system: [systemPrompt, ...rules, materialRule].join('\n\n'),
    messages: [
      {
        role: 'user' as const,
        content: [
          describeDecision(material),
          ...others,
          moderator && `The moderator asks you: ${withoutMarks(moderator)}`,
          ask,
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
    ],
    maxOutputTokens: 1_500,
  };
}
