import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

export const ProfileStory = z.object({ profileId: z.uuid() });
export type ProfileStory = z.infer<typeof ProfileStory>;

const year = z
  .int()
  .min(1850, 'Write a year from 1850 on.')
  .max(2100, 'Write a year before 2100.')
  .nullable();

const content = {
  text: writtenText
    .min(1, 'Write what happened.')
    .max(600, 'Keep it under 601 characters: two memories are two entries.'),
  people: z
    .array(writtenText.min(1).max(60, 'Keep each name under 61 characters.'))
    .max(12, 'Name at most twelve people.'),
  fromYear: year,
  toYear: year,
  source: writtenText
    .min(1, 'Write who told this, or where it is written.')
    .max(120, 'Keep it under 121 characters.'),
};

/** A new entry, or with the `version` that was read a changed one. */
export const SaveStoryEntry = ProfileStory.extend({
  id: z.uuid(),
  version: z.int().positive().optional(),
  ...content,
}).refine(({ fromYear, toYear }) => toYear === null || (fromYear !== null && fromYear <= toYear), {
  message: 'The last year comes after the first one.',
  path: ['toYear'],
});
export type SaveStoryEntry = z.infer<typeof SaveStoryEntry>;

export const StoryEntryId = ProfileStory.extend({ id: z.uuid() });
export type StoryEntryId = z.infer<typeof StoryEntryId>;

export const StoryEntry = z.object({ id: z.uuid(), version: z.int(), ...content });
export type StoryEntry = z.infer<typeof StoryEntry>;
