import { z } from 'zod';
import { hourCycles, noticeKinds, TimeOfDay } from '../../notices/schemas.ts';

export const NoticeId = z.object({ id: z.uuid() });
export type NoticeId = z.infer<typeof NoticeId>;

/** A page of the list, the latest first; `cursor` is the last one of the page before. */
export const ListNotices = z.object({ cursor: z.uuid().optional() });
export type ListNotices = z.infer<typeof ListNotices>;

/** `until` is when the newest was sent that the page showed: what came in meanwhile stays unread, and goes on to be sent to devices. */
export const MarkNoticesRead = z.object({ until: z.iso.datetime() });
export type MarkNoticesRead = z.infer<typeof MarkNoticesRead>;

const Notice = z.object({
  id: z.uuid(),
  profileId: z.uuid(),
  personName: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  body: z.string(),
  sentAt: z.string(),
  isRead: z.boolean(),
  isAcknowledged: z.boolean(),
  /** The dose was logged since, or somebody sees to the alert. */
  isSettled: z.boolean(),
  /** A dose that is still to be seen to. */
  canAcknowledge: z.boolean(),
});

export const NoticePage = z.object({ notices: z.array(Notice), hasMore: z.boolean() });
export type NoticePage = z.infer<typeof NoticePage>;

export const OfProfile = z.object({ profileId: z.uuid() });
export type OfProfile = z.infer<typeof OfProfile>;

const NoticeSettings = z.object({
  wantsDoses: z.boolean(),
  digestTime: TimeOfDay.nullable(),
});

export const SaveNoticeSettings = NoticeSettings.extend({
  profileId: z.uuid(),
  /** How the caller's device writes times; the digest does as well. */
  hourCycle: z.enum(hourCycles).default('h23'),
});
export type SaveNoticeSettings = z.infer<typeof SaveNoticeSettings>;

/** The settings, and what this site can do at all. */
export const SettingsFacts = NoticeSettings.extend({ canMail: z.boolean(), email: z.string() });
export type SettingsFacts = z.infer<typeof SettingsFacts>;
