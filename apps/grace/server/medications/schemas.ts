import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { FieldChange, Form, MedicationAction, Route, StrengthUnit } from '../../medicine/schemas.ts';
import { Amount, LateWindowMinutes, LocalDate, SchedulePlan, ZoneId } from '../../schedule/schemas.ts';

const text = (max: number) => writtenText.max(max, `Keep it under ${max + 1} characters.`);
const reason = text(300).min(1, 'Say why, in a few words.');

/** Up to seven digits before the point, because some vitamins come in hundreds of thousands of units. */
const StrengthAmount = z
  .string()
  .trim()
  .regex(/^(\d{1,7}(\.\d{1,3})?|\.\d{1,3})$/, 'Write a number such as 500 or 0.5, with a point.')
  .refine((written) => Number(written) > 0, 'The strength must be more than zero.')
  .transform((written) => String(Number(written)));

/** Made small in the browser; longer ones are refused. */
const Photo = z
  .string()
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/, 'Choose a PNG, JPEG or WebP picture.')
  .max(100_000, 'This picture is too large. Choose a smaller one.');

const facts = z.object({
  name: text(120).min(1, 'Write the name that is on the box.'),
  ingredients: z
    .array(text(120).min(1, 'Write the ingredient.'))
    .min(1, 'Write what is in it, as the box says.')
    .max(12, 'At most 12 ingredients.'),
  strengthAmount: StrengthAmount.nullable(),
  strengthUnit: StrengthUnit.nullable(),
  form: Form,
  route: Route,
  instructions: text(500),
  indication: text(200),
  prescriber: text(120),
  pharmacy: text(120),
  prescriptionNumber: text(60),
  pharmacyClosedWeekdays: z.array(z.int().min(1).max(7)).max(7),
  pharmacyClosedDates: z.array(LocalDate).max(60, 'At most 60 days.'),
  startedOn: LocalDate.nullable(),
  look: text(200),
  photo: Photo.nullable(),
  missedDoseInstruction: text(500),
  isSkippable: z.boolean(),
  escalationDelayMinutes: z
    .int('Write whole minutes.')
    .min(15, 'At least 15 minutes.')
    .max(240, 'At most 4 hours.')
    .nullable(),
  prnTryFirst: text(300),
  prnSigns: text(300),
  prnReviewOn: LocalDate.nullable(),
  packSize: Amount.nullable(),
  refillNoticeDays: z.int('Write whole days.').min(1, 'At least one day.').max(60, 'At most 60 days.'),
});

const hasWholeStrength = ({ strengthAmount, strengthUnit }: z.infer<typeof facts>) =>
  (strengthAmount === null) === (strengthUnit === null);
const wholeStrength = {
  path: ['strengthAmount'],
  error: 'A strength is a number and a unit. Fill in both, or neither.',
};

/** Everything about a medicine but when and how much. */
export const MedicationFacts = facts.refine(hasWholeStrength, wholeStrength);
export type MedicationFacts = z.infer<typeof MedicationFacts>;

/** When and how much, as somebody enters it; without a late window the usual one of its kind is taken. */
export const ScheduleEntry = z.object({
  plan: SchedulePlan,
  lateWindowMinutes: LateWindowMinutes.nullable(),
});
export type ScheduleEntry = z.infer<typeof ScheduleEntry>;

export const ProfileMedications = z.object({ profileId: z.uuid() });
export type ProfileMedications = z.infer<typeof ProfileMedications>;

export const MedicationId = ProfileMedications.extend({ id: z.uuid() });
export type MedicationId = z.infer<typeof MedicationId>;

export const CreateMedication = MedicationId.extend({
  facts: MedicationFacts,
  schedule: ScheduleEntry,
  /** Further schedules beside the first, each with a name of its own: one tablet every day, and a second on Mondays. */
  others: z
    .array(ScheduleEntry.extend({ scheduleId: z.uuid() }))
    .max(7, 'At most 8 schedules for one medicine.')
    .default([]),
  /** `today` puts the doses of earlier today into the plan as well. */
  from: z.enum(['now', 'today']),
});
export type CreateMedication = z.input<typeof CreateMedication>;

const changed = MedicationId.extend({ version: z.int().positive() });

export const UpdateMedication = changed.extend({ facts: MedicationFacts, reason: text(300) });
export type UpdateMedication = z.infer<typeof UpdateMedication>;

export const ChangeSchedule = changed.extend({
  scheduleId: z.uuid(),
  /** Of the new version, so that sending it again adds nothing. */
  versionId: z.uuid(),
  schedule: ScheduleEntry,
  /** The zone whose clock it follows; the one it has unless stated. */
  zone: ZoneId.optional(),
  /** From when it holds; at once unless stated. */
  from: z.iso.datetime('Choose a date and a time.').nullable(),
  reason,
});
export type ChangeSchedule = z.infer<typeof ChangeSchedule>;

export const AddSchedule = changed.extend({
  /** Of the new schedule, so that sending it again adds nothing. */
  scheduleId: z.uuid(),
  schedule: ScheduleEntry,
  from: z.iso.datetime('Choose a date and a time.').nullable(),
  reason: text(300),
});
export type AddSchedule = z.infer<typeof AddSchedule>;

export const EndSchedule = changed.extend({ scheduleId: z.uuid(), reason });
export type EndSchedule = z.infer<typeof EndSchedule>;

export const HoldMedication = changed.extend({
  holdId: z.uuid(),
  from: z.iso.datetime('Choose a date and a time.').nullable(),
  until: z.iso.datetime('Choose a date and a time.').nullable(),
  reason,
});
export type HoldMedication = z.infer<typeof HoldMedication>;

export const ResumeMedication = changed.extend({ reason: text(300) });
export type ResumeMedication = z.infer<typeof ResumeMedication>;

export const StopMedication = changed.extend({
  at: z.iso.datetime('Choose a date and a time.').nullable(),
  reason,
  isEnteredInError: z.boolean(),
});
export type StopMedication = z.infer<typeof StopMedication>;

export const RestartMedication = changed.extend({ reason: text(300) });
export type RestartMedication = z.infer<typeof RestartMedication>;

/** A version of a schedule as the time engine takes it. Instants are milliseconds since 1970. */
const PlannedVersion = z.object({
  id: z.uuid(),
  medicationId: z.uuid(),
  scheduleId: z.uuid(),
  plan: SchedulePlan,
  zone: z.string(),
  effectiveFrom: z.number(),
  effectiveUntil: z.number().optional(),
  lateWindowMinutes: z.int(),
  holds: z.array(z.object({ from: z.number(), until: z.number().optional() })),
});

/** A medicine with every version of its schedules. */
export const Medication = facts.extend({
  id: z.uuid(),
  profileId: z.uuid(),
  stoppedAt: z.date().nullable(),
  stopReason: z.string().nullable(),
  isEnteredInError: z.boolean(),
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
  versions: z.array(PlannedVersion),
});
export type Medication = z.infer<typeof Medication>;

/** As many changes are listed, the newest. */
export const changesMax = 500;

export const ListChanges = ProfileMedications.extend({
  /** Of one medicine; of all unless stated. */
  medicationId: z.uuid().optional(),
  since: z.iso.datetime().optional(),
});
export type ListChanges = z.infer<typeof ListChanges>;

/** Something that was done to a medicine. */
export const MedicationChange = z.object({
  id: z.uuid(),
  medicationId: z.uuid(),
  medicationName: z.string(),
  actorName: z.string(),
  action: MedicationAction,
  reason: z.string(),
  changes: z.array(FieldChange),
  effectiveAt: z.date(),
  at: z.date(),
});
export type MedicationChange = z.infer<typeof MedicationChange>;
