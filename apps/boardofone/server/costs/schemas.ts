import { z } from 'zod';
import { TimeZone } from '../days/schemas.ts';

const daysMax = 366;
const msPerDay = 86_400_000;

/** Days of the person's own calendar, both included. */
export const CostRange = z
  .object({
    from: z.iso.date('Choose the first day.'),
    to: z.iso.date('Choose the last day.'),
    timeZone: TimeZone,
  })
  .refine(({ from, to }) => from <= to, { message: 'The last day is before the first.', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < daysMax * msPerDay, {
    message: 'Choose a year at most.',
    path: ['from'],
  });
export type CostRange = z.infer<typeof CostRange>;

/** What calls cost together, in US dollars with every decimal. */
const Sum = z.object({ cost: z.string(), calls: z.int() });

/** What was spent in a range of days, and on what; each list adds up to the total. */
export const Costs = z.object({
  total: Sum.extend({ sessions: z.int() }),
  /** Days on which something was asked, in their order. */
  byDay: z.array(Sum.extend({ day: z.string() })),
  byPhase: z.array(Sum.extend({ phase: z.string() })),
  byModel: z.array(Sum.extend({ model: z.string().nullable() })),
  byPersona: z.array(Sum.extend({ code: z.string().nullable(), name: z.string().nullable() })),
});
export type Costs = z.infer<typeof Costs>;
