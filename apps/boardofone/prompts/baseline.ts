import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { describeDecision, materialRule } from './decision.ts';
import type { Material, NamedOption } from './material.ts';

export function baselineSchema(options: readonly NamedOption[]) {
  return z.object({
    option: z.enum(options.map(({ key }) => key)),
    reasoning: writtenText.min(1).max(2_000),
  });
}
export type BaselineAnswer = z.infer<ReturnType<typeof baselineSchema>>;

/** The same decision, asked once and of nobody in particular: what the debate is measured against. */
export function baselinePrompt(material: Material) {
  return {
    system: [
      'Answer in one go: which option would you take, and why, in at most 150 words?',
      materialRule,
    ].join('\n\n'),
    messages: [{ role: 'user' as const, content: describeDecision(material) }],
    maxOutputTokens: 800,
  };
}
