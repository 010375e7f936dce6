import type { SignedInContext } from '@commons/api';
import { changeWords } from './change-words.ts';
import type { MarkNote, Note } from './schemas.ts';

/** Says of one's own note that it was written in error, or takes that back. The note stays. */
export function markNote(ctx: SignedInContext, { isError, ...noteId }: MarkNote): Promise<Note> {
  return changeWords(ctx, noteId, { isError }, isError ? 'note_marked_as_error' : 'note_restored');
}
