import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

/** What became of a dose, as somebody reports it; missed and late are worked out and never reported. */
export const outcomes = ['taken', 'partial', 'skipped'] as const;
export const Outcome = z.enum(outcomes, 'Say what became of the dose.');
export type Outcome = z.infer<typeof Outcome>;

/** Why a dose was left out. What a clinician told somebody to leave out doesn't count against anybody. */
export const skipReasons = [
  'refused',
  'asleep',
  'unwell',
  'away',
  'none_left',
  'clinician_told',
  'other',
] as const;
export const SkipReason = z.enum(skipReasons, 'Choose a reason.');
export type SkipReason = z.infer<typeof SkipReason>;

/** How much a medicine taken as needed did. */
export const effects = ['helped', 'helped_a_little', 'did_not_help', 'cannot_tell'] as const;
export const Effect = z.enum(effects, 'Choose one.');
export type Effect = z.infer<typeof Effect>;

/** What somebody found out about a second report of a dose. */
export const resolutions = ['given_once', 'given_too'] as const;
export const Resolution = z.enum(resolutions, 'Choose one.');
export type Resolution = z.infer<typeof Resolution>;

/** Words of a few sentences at most. */
export const ShortText = writtenText.max(300, 'Keep it under 300 characters.');

/** A reason that somebody has to type. */
export const TypedReason = writtenText
  .min(3, 'Write why, in a few words.')
  .max(300, 'Keep it under 300 characters.');
