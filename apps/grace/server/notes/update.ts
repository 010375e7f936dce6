import type { SignedInContext } from '@commons/api';
import { eq } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { changeWords } from './change-words.ts';
import type { Note, UpdateNote } from './schemas.ts';

/** Saves new words; refuses when the note was saved somewhere else since `version` was read. */
export function updateNote(ctx: SignedInContext, input: UpdateNote): Promise<Note> {
  const { version, body, category, isPrivate, ...noteId } = input;
  return changeWords(ctx, noteId, { body, category, isPrivate }, 'note_changed', eq(notes.version, version));
}
