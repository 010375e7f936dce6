import { z } from 'zod';

const share = z.number().min(0).max(1);

/** The one thing that a what-if does otherwise, as it is kept. */
export const KeptChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assumption'), text: z.string() }),
  z.object({ kind: z.literal('cap'), capUsd: z.string() }),
  z.object({ kind: z.literal('rounds'), maxRounds: z.int() }),
  z.object({ kind: z.literal('panel') }),
]);

/** What the votes of a session came to, as it is kept. */
export const KeptOutcome = z.object({
  kind: z.enum(['decided', 'contested', 'split']),
  optionId: z.uuid().nullable(),
  rules: z.array(
    z.object({
      rule: z.enum(['plurality', 'approval', 'schulze', 'confidence_weighted']),
      winners: z.array(z.uuid()),
      tally: z.record(z.string(), z.number()),
      words: z.string(),
    }),
  ),
  cycle: z.array(z.uuid()).nullable(),
  support: share,
  participation: share,
  words: z.string(),
});
