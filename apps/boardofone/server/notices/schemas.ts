import { z } from 'zod';
import { pauseReasons } from '../../deliberation/states.ts';
import { mailNames } from '../../mails/mail-template.ts';

export const Notice = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  problem: z.string(),
  kind: z.enum(mailNames),
  reason: z.enum(pauseReasons).nullable(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeId = z.object({ id: z.uuid() });
export type NoticeId = z.infer<typeof NoticeId>;

export const SetMails = z.object({ hasMails: z.boolean() });
export type SetMails = z.infer<typeof SetMails>;

export const NoticeSettings = SetMails.extend({ canMail: z.boolean(), email: z.string() });
export type NoticeSettings = z.infer<typeof NoticeSettings>;
