import { z } from 'zod';
import { KeptChange } from '../../deliberation/schemas.ts';

export const Notice = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  problem: z.string(),
  /** What the session does otherwise if it is a what-if. */
  whatIf: KeptChange.nullable(),
  kind: z.enum(['completed', 'paused', 'failed', 'review_due']),
  reason: z
    .enum(['owner', 'cost_cap', 'below_quorum', 'model_unavailable', 'no_consent', 'daily_quota', 'fault'])
    .nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** A page of notices begins after the one that the page before ended with. */
export const ListNotices = z.object({ cursor: z.uuid().nullish() }).default({});
export type ListNotices = z.infer<typeof ListNotices>;

/** So many are on a page; a shorter one is the last. */
export const noticesOnPage = 20;

export const NoticeId = z.object({ id: z.uuid() });
export type NoticeId = z.infer<typeof NoticeId>;

export const SetMails = z.object({ hasMails: z.boolean() });
export type SetMails = z.infer<typeof SetMails>;

export const NoticeSettings = SetMails.extend({ canMail: z.boolean(), email: z.string() });
export type NoticeSettings = z.infer<typeof NoticeSettings>;

/** How a mail was worded in a version. */
export const MailTemplateVersion = z.object({
  name: z.string(),
  version: z.int(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.date(),
});
export type MailTemplateVersion = z.infer<typeof MailTemplateVersion>;
