import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { preferences } from '../../companion/schemas.ts';

export const ProfileTopics = z.object({ profileId: z.uuid() });
export type ProfileTopics = z.infer<typeof ProfileTopics>;

const Preference = z.enum(preferences);

export const OwnWords = writtenText.min(1, 'Write a word or two.').max(60, 'Keep it under 61 characters.');

/** A topic of the list, or words of one's own; null takes the preference away. */
export const SetPreference = ProfileTopics.extend({
  subject: z.union([z.object({ topicId: z.string().max(40) }), z.object({ words: OwnWords })]),
  preference: Preference.nullable(),
});
export type SetPreference = z.infer<typeof SetPreference>;

export const TopicList = z.object({
  topics: z.array(z.object({ id: z.string(), title: z.string(), preference: Preference.nullable() })),
  own: z.array(z.object({ words: z.string(), preference: Preference })),
});
export type TopicList = z.infer<typeof TopicList>;
