import { z } from 'zod';
import { summarySources } from '../../companion/schemas.ts';

export const ProfileSummaries = z.object({ profileId: z.uuid() });
export type ProfileSummaries = z.infer<typeof ProfileSummaries>;

export const SessionSummary = ProfileSummaries.extend({ sessionId: z.uuid() });
export type SessionSummary = z.infer<typeof SessionSummary>;

export const ShareSummary = SessionSummary.extend({ isShared: z.boolean() });
export type ShareSummary = z.infer<typeof ShareSummary>;

export const Summary = z.object({
  sessionId: z.uuid(),
  title: z.string(),
  talkedFrom: z.date(),
  talkedUntil: z.date(),
  sentences: z.array(z.object({ text: z.string(), turnIds: z.array(z.uuid()) })),
  source: z.enum(summarySources),
  seenAt: z.date().nullable(),
  sharedAt: z.date().nullable(),
});
export type Summary = z.infer<typeof Summary>;
