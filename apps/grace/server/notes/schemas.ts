import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { NoteCategory } from '../../notes/schemas.ts';

export const noteBody = writtenText
  .min(1, 'Write what you noticed.')
  .max(10_000, 'Keep the note under 10,001 characters.');

export const NoteId = z.object({ profileId: z.uuid(), id: z.uuid() });
export type NoteId = z.infer<typeof NoteId>;

const words = NoteId.extend({ category: NoteCategory, body: noteBody, isPrivate: z.boolean() });

/** What a note was written about: a recorded dose or a conversation, or neither. */
const about = { doseId: z.uuid().nullable().default(null), sessionId: z.uuid().nullable().default(null) };

export const CreateNote = words.extend(about).refine(({ doseId, sessionId }) => !doseId || !sessionId, {
  path: ['doseId'],
  error: 'A note is about a dose or a conversation, not both.',
});
export type CreateNote = z.infer<typeof CreateNote>;

/** New words, on top of the version that the form was opened with. */
export const UpdateNote = words.extend({ version: z.int().positive() });
export type UpdateNote = z.infer<typeof UpdateNote>;

export const PinNote = NoteId.extend({ isPinned: z.boolean() });
export type PinNote = z.infer<typeof PinNote>;

export const MarkNote = NoteId.extend({ isError: z.boolean() });
export type MarkNote = z.infer<typeof MarkNote>;

const Day = z.iso.date('Choose a day.');

/** Which notes; days are days in the person's zone, both included. */
export const NoteFilter = z.object({
  search: writtenText.max(200, 'Keep the search under 201 characters.').optional(),
  authorId: z.uuid().optional(),
  category: NoteCategory.optional(),
  from: Day.optional(),
  to: Day.optional(),
});
export type NoteFilter = z.infer<typeof NoteFilter>;

/** A page begins after the note that the one before ended with. */
const NoteCursor = z.object({ isPinned: z.boolean(), id: z.uuid() });

export const ListNotes = NoteFilter.extend({
  profileId: z.uuid(),
  cursor: NoteCursor.nullish(),
  limit: z.int().min(1).max(50).default(30),
});
export type ListNotes = z.infer<typeof ListNotes>;

export const Note = z.object({
  id: z.uuid(),
  authorId: z.uuid().nullable(),
  authorName: z.string(),
  isMine: z.boolean(),
  category: NoteCategory,
  body: z.string(),
  isPinned: z.boolean(),
  isPrivate: z.boolean(),
  isError: z.boolean(),
  doseId: z.uuid().nullable(),
  sessionId: z.uuid().nullable(),
  version: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Note = z.infer<typeof Note>;

export const NotePage = z.object({
  items: z.array(Note),
  nextCursor: NoteCursor.nullable(),
  /** Everybody who has written a note that the caller may read, to filter by. */
  authors: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type NotePage = z.infer<typeof NotePage>;

/** What a note said at one time. */
const NoteRevision = z.object({
  version: z.int(),
  category: NoteCategory,
  body: z.string(),
  isPrivate: z.boolean(),
  isError: z.boolean(),
  createdAt: z.date(),
});

/** A note and every wording that it has had, the newest first. */
export const NoteWithHistory = Note.extend({
  revisions: z.array(NoteRevision),
  /** What it was written about; NULL also where the caller's grant does not include that. */
  dose: z.object({ medicationId: z.uuid(), medicationName: z.string(), actualAt: z.date() }).nullable(),
});
export type NoteWithHistory = z.infer<typeof NoteWithHistory>;

/** Notes that were written about one conversation, or about doses. */
export const ListNotesAbout = z.object({ profileId: z.uuid(), sessionId: z.uuid().optional() });
export type ListNotesAbout = z.infer<typeof ListNotesAbout>;
