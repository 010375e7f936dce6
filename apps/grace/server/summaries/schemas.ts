import { z } from 'zod';
import { summarySources } from '../../companion/schemas.ts';

const ProfileSummaries = z.object({ profileId: z.uuid() });

/** As many are listed, the newest. */
export const summariesMax = 50;

/** Of one conversation, however long ago it was, or the newest of all. */
export const ListSummaries = ProfileSummaries.extend({ sessionId: z.uuid().optional() });
export type ListSummaries = z.infer<typeof ListSummaries>;

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
