import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

/** The panel as the owner wants it; starting locks it. */
export const StartPanel = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  seats: z
    .array(
      z.object({
        code: z.string().regex(/^[a-z][a-z0-9_]{1,49}$/),
        reason: writtenText.max(500).default(''),
        weight: z.union([z.literal(1), z.literal(1.5)]).default(1),
        model: z.string().trim().min(1).max(200).nullable().default(null),
      }),
    )
    .min(3, 'A panel has at least three seats.')
    .max(7, 'A panel has at most seven seats.')
    .refine(
      (seats) => new Set(seats.map(({ code }) => code)).size === seats.length,
      'Somebody sits on this panel twice.',
    )
    .refine(
      (seats) => seats.filter(({ weight }) => weight > 1).length <= 1,
      'At most one seat can weigh more than the others.',
    ),
});
export type StartPanel = z.infer<typeof StartPanel>;

const modelName = z.string().trim().min(1).max(200).nullable();

export const EstimatePanel = z.object({ id: z.uuid(), models: z.array(modelName).max(7) });
export type EstimatePanel = z.infer<typeof EstimatePanel>;

export const PanelEstimate = z.object({
  /** US dollars; null where a model has no listed price. */
  low: z.string().nullable(),
  high: z.string().nullable(),
  calls: z.object({ low: z.int(), high: z.int() }),
  unpriced: z.array(z.string()),
  words: z.string(),
});
export type PanelEstimate = z.infer<typeof PanelEstimate>;
