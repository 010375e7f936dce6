import { z } from 'zod';
import { Turn } from '../turns/schemas.ts';

const ProfileSessions = z.object({ profileId: z.uuid() });

const seed = z.int().nonnegative().max(1_000_000_000);

/** Another seed gives other suggestions. */
export const SuggestTopics = ProfileSessions.extend({ seed });
export type SuggestTopics = z.infer<typeof SuggestTopics>;

export const SuggestionCard = z.object({
  key: z.string(),
  title: z.string(),
  reason: z.enum(['story', 'favourite', 'activity', 'topic']),
});
export type SuggestionCard = z.infer<typeof SuggestionCard>;

/** `suggestion` is a key of those that the seed gave; without one it is just to talk. */
export const StartSession = ProfileSessions.extend({
  id: z.uuid(),
  suggestion: z.string().max(100).nullable(),
  seed,
});
export type StartSession = z.infer<typeof StartSession>;

export const SessionId = ProfileSessions.extend({ id: z.uuid() });
export type SessionId = z.infer<typeof SessionId>;

export const SessionsBefore = ProfileSessions.extend({ cursor: z.uuid().optional() });
export type SessionsBefore = z.infer<typeof SessionsBefore>;

const SessionListItem = z.object({
  id: z.uuid(),
  title: z.string(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
});

export const SessionPage = z.object({ sessions: z.array(SessionListItem), nextCursor: z.uuid().nullable() });
export type SessionPage = z.infer<typeof SessionPage>;

export const Session = SessionListItem.extend({ turns: z.array(Turn) });
export type Session = z.infer<typeof Session>;
