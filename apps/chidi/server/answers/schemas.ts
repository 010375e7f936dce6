import { z } from 'zod';

/** What an answer was given to know, and by whom it was written: enough to say why it says what it says. */
export const Receipt = z.object({
  context: z.object({
    versionId: z.uuid(),
    version: z.int(),
    name: z.string(),
    contentHash: z.string(),
    sections: z.array(z.object({ key: z.string(), label: z.string(), tokens: z.int() })),
  }),
  history: z.object({ messages: z.int(), tokens: z.int() }),
  model: z.object({ provider: z.string(), model: z.string(), offline: z.boolean() }),
  parameters: z.object({ maxOutputTokens: z.int(), temperature: z.number() }),
  usage: z
    .object({
      inputTokens: z.int().nullable(),
      outputTokens: z.int().nullable(),
      costUsd: z.string().nullable(),
      source: z.enum(['provider', 'estimate', 'unknown']),
      pricedOn: z.string().nullable(),
    })
    .nullable(),
});
export type Receipt = z.infer<typeof Receipt>;
