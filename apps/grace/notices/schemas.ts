import { z } from 'zod';

/** What a notice is about. */
export const noticeKinds = ['dose_due', 'dose_open', 'refill_due', 'grant_ends', 'safety_alert'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `waiting` until its time, then `sent`, or `cancelled` because there was nothing left to say. */
export const noticeStatuses = ['waiting', 'sent', 'cancelled'] as const;

/** A time of the day, such as 07:00. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 07:00.');

/** Ways to write a time: 8:00 PM, or 20:00. */
export const hourCycles = ['h12', 'h23'] as const;
export type HourCycle = (typeof hourCycles)[number];
