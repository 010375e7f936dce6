import { z } from 'zod';
import { doseStates, doseUnits } from '../../schedule/schemas.ts';

export const AdherenceOf = z.object({
  profileId: z.uuid(),
  days: z.union([z.literal(7), z.literal(30), z.literal(90)]),
});
export type AdherenceOf = z.infer<typeof AdherenceOf>;

/** The figures of: taken ÷ (due − held − clinician-told skips). */
const Figures = z.object({
  due: z.int(),
  held: z.int(),
  clinicianSkips: z.int(),
  counted: z.int(),
  taken: z.int(),
  takenLate: z.int(),
  partial: z.int(),
  otherSkips: z.int(),
  missed: z.int(),
  overdue: z.int(),
  rate: z.number().nullable(),
});

export const AdherenceReport = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  total: Figures,
  medications: z.array(z.object({ medicationId: z.uuid(), name: z.string(), figures: Figures })),
  byDay: z.array(z.object({ date: z.string(), figures: Figures })),
});
export type AdherenceReport = z.infer<typeof AdherenceReport>;

export const MonthOf = z.object({
  profileId: z.uuid(),
  month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'Choose a month.'),
});
export type MonthOf = z.infer<typeof MonthOf>;

/** A dose in a calendar. Instants are milliseconds since 1970. */
export const CalendarDose = z.object({
  key: z.string(),
  medicationId: z.uuid(),
  name: z.string(),
  /** The wall clock; differs from what is planned where the clocks skip that. */
  time: z.string(),
  plannedTime: z.string(),
  /** The zone of the schedule, where it is not that of the person's day. */
  zone: z.string().nullable(),
  amount: z.string(),
  unit: z.enum(doseUnits),
  /** `extra` was taken without a plan: as needed, or after the plan was changed. */
  state: z.enum([...doseStates, 'extra']),
  actualAt: z.number().nullable(),
});
export type CalendarDose = z.infer<typeof CalendarDose>;

export const CalendarMonth = z.object({
  month: z.string(),
  today: z.string(),
  timeZone: z.string(),
  days: z.array(z.object({ date: z.string(), doses: z.array(CalendarDose) })),
});
export type CalendarMonth = z.infer<typeof CalendarMonth>;
