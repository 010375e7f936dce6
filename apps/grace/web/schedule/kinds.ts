import type { PlanKind } from './plan-draft.ts';

/** Every kind of schedule as people would call it, the common ones first. */
export const planKinds: { value: PlanKind; label: string; example: string }[] = [
  { value: 'daily', label: 'Every day', example: 'at 08:00 and 20:00' },
  { value: 'asNeeded', label: 'As needed', example: 'for pain, at most 8 in 24 hours' },
  { value: 'weekly', label: 'On days of the week', example: 'Mondays and Thursdays' },
  { value: 'everyDays', label: 'Every few days', example: 'every other day' },
  { value: 'monthly', label: 'On days of the month', example: 'the 1st, or the last day' },
  { value: 'taper', label: 'Changing step by step', example: '3 for a week, then 2, then 1' },
  { value: 'interval', label: 'Every few hours, day and night', example: 'every 8 hours' },
  {
    value: 'windowedInterval',
    label: 'Every few hours of the day',
    example: 'every 4 hours from 08:00 to 20:00',
  },
  { value: 'cycle', label: 'Days on, days off', example: '21 days on, 7 days off' },
];
