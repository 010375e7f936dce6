import { z } from 'zod';
import {
  Effect,
  Outcome,
  Resolution,
  ShortText,
  SkipReason,
  TypedReason,
} from '../../administration/schemas.ts';
import { Amount, DoseUnit, LocalDate, type SchedulePlan } from '../../schedule/schemas.ts';

const Instant = z.iso.datetime('Choose date and time.');
/** When it really happened; now, by the server's clock, unless stated. */
const actualAt = Instant.optional();
const note = ShortText.default('');
const ofProfile = { profileId: z.uuid() };

/** Which planned dose: local date and slot say it, whatever the time is now. */
const planned = {
  ...ofProfile,
  versionId: z.uuid(),
  localDate: LocalDate,
  slot: z.string().regex(/^(\d\d:\d\d|n\d{1,9})$/),
};

/** What is left of an amount is the planned one. */
export const LogDose = z.object({ id: z.uuid(), ...planned, amount: Amount.optional(), actualAt, note });
export type LogDose = z.input<typeof LogDose>;

export const SkipDose = z.object({ id: z.uuid(), ...planned, reason: SkipReason, actualAt, note });
export type SkipDose = z.input<typeof SkipDose>;

export const LogAsNeeded = z.object({
  id: z.uuid(),
  ...ofProfile,
  versionId: z.uuid(),
  amount: Amount.optional(),
  actualAt,
  /** What for. */
  reason: ShortText.default(''),
  note,
  /** Typed by whoever gives it beyond the limits. */
  overrideReason: TypedReason.optional(),
});
export type LogAsNeeded = z.input<typeof LogAsNeeded>;

export const DoseEntryId = z.object({ ...ofProfile, id: z.uuid() });
export type DoseEntryId = z.infer<typeof DoseEntryId>;

/** What really happened, instead of what was recorded. */
export const Correction = z.discriminatedUnion('status', [
  z.object({ id: z.uuid(), status: z.literal('given'), amount: Amount, actualAt: Instant, note }),
  z.object({ id: z.uuid(), status: z.literal('skipped'), reason: SkipReason, actualAt: Instant, note }),
]);

export const CorrectDose = z.object({
  ...ofProfile,
  id: z.uuid(),
  reason: TypedReason,
  /** NULL when nothing happened at all: a planned dose is open again. */
  replacement: Correction.nullable(),
});
export type CorrectDose = z.input<typeof CorrectDose>;

export const OfProfile = z.object(ofProfile);
export type OfProfile = z.infer<typeof OfProfile>;

const HistoryCursor = z.object({ actualAt: z.iso.datetime(), id: z.uuid() });

export const ListHistory = z.object({
  ...ofProfile,
  medicationId: z.uuid().nullish(),
  cursor: HistoryCursor.nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListHistory = z.infer<typeof ListHistory>;

export const PrnStatusOf = z.object({ ...ofProfile, versionId: z.uuid(), amount: Amount.optional() });
export type PrnStatusOf = z.infer<typeof PrnStatusOf>;

export const RecordEffect = z.object({ ...ofProfile, administrationId: z.uuid(), effect: Effect, note });
export type RecordEffect = z.input<typeof RecordEffect>;

export const ResolveDuplicate = z.object({ ...ofProfile, id: z.uuid(), resolution: Resolution });
export type ResolveDuplicate = z.infer<typeof ResolveDuplicate>;

/** One line of the log. */
const DoseEntry = z.object({
  id: z.uuid(),
  medicationId: z.uuid(),
  versionId: z.uuid(),
  localDate: z.string().nullable(),
  slot: z.string().nullable(),
  scheduledAt: z.string().nullable(),
  actualAt: z.string(),
  recordedAt: z.string(),
  /** As the others in this person's care know whoever recorded it. */
  recordedBy: z.string(),
  isMine: z.boolean(),
  status: Outcome,
  skipReason: SkipReason.nullable(),
  amount: z.string(),
  unit: DoseUnit,
  note: z.string(),
  prnReason: z.string().nullable(),
  overrideReason: z.string().nullable(),
  replacesId: z.uuid().nullable(),
  /** Set when it turned out to be wrong. */
  error: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  effect: Effect.nullable(),
});
export type DoseEntry = z.infer<typeof DoseEntry>;

/** Somebody's second report of a dose, beside the entry that was there before. */
export const DuplicateReport = z.object({
  id: z.uuid(),
  medicationId: z.uuid(),
  medicationName: z.string(),
  localDate: z.string().nullable(),
  slot: z.string().nullable(),
  first: z.object({
    status: Outcome,
    amount: z.string(),
    unit: DoseUnit,
    actualAt: z.string(),
    by: z.string(),
  }),
  second: z.object({ amount: z.string(), unit: DoseUnit, actualAt: z.string(), by: z.string() }),
});
export type DuplicateReport = z.infer<typeof DuplicateReport>;

const DoseMedication = z.object({
  id: z.uuid(),
  name: z.string(),
  strength: z.string(),
  instructions: z.string(),
  indication: z.string(),
  look: z.string(),
  missedDoseInstruction: z.string(),
  isSkippable: z.boolean(),
  prnTryFirst: z.string(),
  prnSigns: z.string(),
  prnReviewOn: z.string().nullable(),
  /** Any dose of it, planned or not. */
  lastTakenAt: z.string().nullable(),
});
export type DoseMedication = z.infer<typeof DoseMedication>;

const Version = z.object({
  id: z.uuid(),
  scheduleId: z.uuid(),
  medicationId: z.uuid(),
  plan: z.custom<SchedulePlan>(),
  zone: z.string(),
  effectiveFrom: z.number(),
  effectiveUntil: z.number().optional(),
  lateWindowMinutes: z.int(),
  holds: z.array(z.object({ from: z.number(), until: z.number().optional() })).optional(),
});

/** All that is needed to work out what is to do, also some time later and without a connection. */
export const TodayFacts = z.object({
  /** The server's clock, which is right where the device's is not. */
  now: z.string(),
  timeZone: z.string(),
  localDate: z.string(),
  versions: z.array(Version),
  medications: z.array(DoseMedication),
  entries: z.array(DoseEntry),
  duplicates: z.array(DuplicateReport),
});
export type TodayFacts = z.infer<typeof TodayFacts>;

export const HistoryEntry = DoseEntry.extend({ medicationName: z.string() });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const HistoryPage = z.object({ items: z.array(HistoryEntry), nextCursor: HistoryCursor.nullable() });
export type HistoryPage = z.infer<typeof HistoryPage>;

export const PrnStatus = z.object({
  lastAt: z.string().nullable(),
  amountIn24h: z.string(),
  isBlocked: z.boolean(),
  blockedBy: z.enum(['interval', 'amount']).nullable(),
  allowedFrom: z.string().nullable(),
  isLastAllowed: z.boolean(),
});
export type PrnStatus = z.infer<typeof PrnStatus>;

/** What was recorded. */
export const Recorded = z.object({ id: z.uuid(), actualAt: z.string() });
export type Recorded = z.infer<typeof Recorded>;
