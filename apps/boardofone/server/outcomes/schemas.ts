import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { TimeZone } from '../days/schemas.ts';

export const OutcomeOf = z.object({ sessionId: z.uuid() });
export type OutcomeOf = z.infer<typeof OutcomeOf>;

export const RecordOutcome = OutcomeOf.extend({
  optionId: z.uuid('Choose what you decided.'),
  statement: writtenText
    .min(1, 'Write something that will be true or false by then.')
    .max(500, 'Keep it under 500 characters.'),
  /** In percent. */
  percent: z.int('Enter a whole number.').min(0, 'Enter 0 to 100.').max(100, 'Enter 0 to 100.'),
  reviewOn: z.iso.date('Choose a day.'),
  /** In which that day begins. */
  timeZone: TimeZone.default('UTC'),
  /** Of the record that is changed; null for the first one. */
  version: z.int().positive().nullable(),
});
export type RecordOutcome = z.infer<typeof RecordOutcome>;

export const ResolveOutcome = OutcomeOf.extend({
  hasHappened: z.boolean(),
  note: writtenText.max(2_000, 'Keep it under 2,000 characters.').default(''),
});
export type ResolveOutcome = z.infer<typeof ResolveOutcome>;

export const Outcome = z.object({
  sessionId: z.uuid(),
  problem: z.string(),
  optionId: z.uuid(),
  option: z.string(),
  statement: z.string(),
  percent: z.number(),
  reviewOn: z.string(),
  resolvedAt: z.date().nullable(),
  hasHappened: z.boolean().nullable(),
  note: z.string(),
  version: z.int(),
});
export type Outcome = z.infer<typeof Outcome>;

/** A page begins after the session that the one before ended with. */
export const ListOutcomes = z.object({
  isReviewed: z.boolean(),
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListOutcomes = z.infer<typeof ListOutcomes>;

export const OutcomePage = z.object({ items: z.array(Outcome), nextCursor: z.uuid().nullable() });
export type OutcomePage = z.infer<typeof OutcomePage>;

const Score = z.object({ brier: z.number().nullable(), n: z.int() });

/** How good the forecasts were; without a score while there are too few of them. */
export const Calibration = z.object({
  owner: Score,
  panel: Score,
  personas: z.array(Score.extend({ code: z.string(), name: z.string() })),
});
export type Calibration = z.infer<typeof Calibration>;
