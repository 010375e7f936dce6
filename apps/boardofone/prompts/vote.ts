import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { describeDecision, materialRule } from './decision.ts';
import type { Material, NamedOption } from './material.ts';
import { quoted } from './quoted.ts';

/** A ballot as a model fills it in; options go by their short names. */
export function voteSchema(options: readonly NamedOption[]) {
  const key = z.enum(options.map(({ key }) => key));
  return z.object({
    isAbstention: z.boolean(),
    ranking: z.array(key).max(options.length),
    approvals: z.array(key).max(options.length),
    confidence: z.number().min(0).max(1),
    reasoning: writtenText.min(1).max(1_500),
  });
}
export type VoteAnswer = z.infer<ReturnType<typeof voteSchema>>;

export function votePrompt(
  material: Material,
  { systemPrompt, positions }: { systemPrompt: string; positions: readonly string[] },
) {
  return {
    system: [
      systemPrompt,
      'The debate is over and you vote, without knowing how anybody else votes. Rank the options, the best first, each at most once. Approve every option that you could live with. Say how sure you are, from 0 to 1, and why in at most 100 words. Abstain if this is not yours to judge: then the ranking and the approvals are empty.',
      materialRule,
    ].join('\n\n'),
    messages: [
      {
        role: 'user' as const,
        content: [describeDecision(material), quoted('what_you_said', positions.join('\n\n')), 'Vote.'].join(
          '\n\n',
        ),
      },
    ],
    maxOutputTokens: 800,
  };
}
