import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { describeDecision, materialRule } from './decision.ts';
import type { Material } from './material.ts';
import { quoted } from './quoted.ts';

const claims = z
  .array(z.object({ text: writtenText.min(1).max(600), sources: z.array(writtenText.max(10)).max(8) }))
  .max(8);

/** The memo as the chair writes it; its claims cite contributions as `C1`, `C2`, … */
export const MemoAnswer = z.object({
  recommendation: claims,
  why: claims,
  alternatives: claims,
  risks: claims,
  killCriteria: claims,
  nextStep: claims,
  unresolved: claims,
});
export type MemoAnswer = z.infer<typeof MemoAnswer>;

/** Something that was said, as the chair reads it. */
export interface CitedContribution {
  key: string;
  label: string;
  round: number;
  option: string;
  argument: string;
  dealbreaker: string;
}

export function memoPrompt(
  material: Material,
  { contributions, outcome }: { contributions: readonly CitedContribution[]; outcome: string },
) {
  const said = contributions.map(({ key, label, round, option, argument, dealbreaker }) =>
    quoted(
      key.toLowerCase(),
      `${key}, ${label}, round ${round}, for ${option}:\n${argument}\nDealbreaker: ${dealbreaker || 'none'}`,
    ),
  );
  return {
    system: [
      'You chair the panel. You did not speak and did not vote. You write down what the panel came to, for the one person who decides.',
      'Write short claims, and after each the contributions that it rests on, by their names such as C3. A claim that rests on none cites none; add as few of these as you can. Do not smooth over disagreement: if the outcome is contested or split, say so and recommend nothing more than the vote does.',
      'Kill criteria say what observation, by when, should make the person stop. The next step is something that can be done this week. Unresolved are the questions that nobody could answer.',
      materialRule,
    ].join('\n\n'),
    messages: [
      {
        role: 'user' as const,
        content: [describeDecision(material), ...said, quoted('outcome', outcome), 'Write the memo.'].join(
          '\n\n',
        ),
      },
    ],
    maxOutputTokens: 3_000,
  };
}
