import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { describeDecision, materialRule } from './decision.ts';
import type { Material } from './material.ts';

/** What taking a problem apart yields. */
export const Decomposition = z.object({
  subQuestions: z.array(writtenText.min(1).max(300)).min(2).max(6),
  options: z
    .array(
      z.object({
        label: writtenText.min(1).max(120),
        description: writtenText.max(500),
        isNothing: z.boolean(),
      }),
    )
    .min(2)
    .max(6),
});
export type Decomposition = z.infer<typeof Decomposition>;

export function decompositionPrompt(material: Material) {
  return {
    system: [
      'You prepare a decision for a panel. You take no side and recommend nothing.',
      'State the two to six questions on whose answers the decision turns. Then list two to six options that exclude each other, each as a short label with one sentence of what it means in practice. Exactly one of them is to do nothing for now; mark it with isNothing.',
      'Use the words and numbers of the person who asks. Invent no facts.',
      materialRule,
    ].join('\n\n'),
    messages: [{ role: 'user' as const, content: describeDecision(material) }],
    maxOutputTokens: 1_200,
  };
}
