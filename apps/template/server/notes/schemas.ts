import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';

/** What a person writes. */
export const NoteText = z.object({
  title: writtenText.min(1, 'Give it a title.').max(200, 'Keep the title under 200 characters.'),
  body: writtenText.max(20_000, 'Keep the note under 20,000 characters.'),
});
export type NoteText = z.infer<typeof NoteText>;

export const NoteId = z.object({ id: z.uuid() });
export type NoteId = z.infer<typeof NoteId>;

export const CreateNote = NoteText.extend({ id: z.uuid() });
export type CreateNote = z.infer<typeof CreateNote>;

export const UpdateNote = CreateNote.extend({ version: z.int().positive() });
export type UpdateNote = z.infer<typeof UpdateNote>;

/** A page begins after the note that the one before ended with. */
export const ListNotes = z.object({
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(50).default(30),
});
export type ListNotes = z.infer<typeof ListNotes>;

export const Note = CreateNote.extend({
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Note = z.infer<typeof Note>;

export const NotePage = z.object({ items: z.array(Note), nextCursor: z.uuid().nullable() });
export type NotePage = z.infer<typeof NotePage>;
