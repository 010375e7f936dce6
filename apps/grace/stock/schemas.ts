import { z } from 'zod';
import { Amount, DoseUnit } from '../schedule/schemas.ts';

export const stockChangeKinds = ['refill', 'count'] as const;

/** What came in: more than nothing, and by far less than any household holds. */
const Refill = Amount.refine((amount) => Number(amount) <= 99_999, 'At most 99,999.');
const Counted = z.union([Refill, z.literal('0')], 'Write a number such as 28 or 0.5.');

const written = { id: z.uuid(), profileId: z.uuid(), medicationId: z.uuid() };

export const RefillStock = z.object({ ...written, amount: Refill });
export type RefillStock = z.infer<typeof RefillStock>;

export const CountStock = z.object({ ...written, amount: Counted });
export type CountStock = z.infer<typeof CountStock>;

export const StockChangeId = z.object({ profileId: z.uuid(), id: z.uuid() });
export type StockChangeId = z.infer<typeof StockChangeId>;

export const StockOf = z.object({ profileId: z.uuid() });
export type StockOf = z.infer<typeof StockOf>;

/** One line of the ledger, with what was there after it. */
const StockLine = z.object({
  id: z.uuid(),
  kind: z.enum(stockChangeKinds),
  amount: z.string(),
  at: z.number(),
  recordedBy: z.string(),
  after: z.string().nullable(),
  isTakenBack: z.boolean(),
});
/** How much of a medicine is left, and until when it suffices. Dates are the person's, instants in milliseconds since 1970. */
export const MedicationStock = z.object({
  medicationId: z.uuid(),
  name: z.string(),
  unit: DoseUnit,
  packSize: z.string().nullable(),
  /** NULL until somebody counted, or recorded a refill. */
  left: z.string().nullable(),
  /** More was given than the ledger knows of. */
  isShort: z.boolean(),
  runOutOn: z.string().nullable(),
  /** As-needed use was guessed from the last 30 days. */
  isEstimate: z.boolean(),
  daysLeft: z.int().nullable(),
  refillOn: z.string().nullable(),
  isRefillDue: z.boolean(),
  /** What will be left at the end of each day to come. */
  forecast: z.array(z.object({ date: z.string(), left: z.number() })),
  lines: z.array(StockLine),
});
export type MedicationStock = z.infer<typeof MedicationStock>;
