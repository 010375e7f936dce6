import type { SignedInContext } from '@commons/api';
import { notes } from '../../db/schema/notes.ts';
import type { Note } from './schemas.ts';

/** For `toNote`. */
export const noteColumns = {
  id: notes.id,
  authorId: notes.authorId,
  authorName: notes.authorName,
  category: notes.category,
  body: notes.body,
  isPinned: notes.isPinned,
  isPrivate: notes.isPrivate,
  isError: notes.isError,
  doseId: notes.doseId,
  sessionId: notes.sessionId,
  version: notes.version,
  createdAt: notes.createdAt,
  updatedAt: notes.updatedAt,
};

export const toNote = (ctx: SignedInContext, row: Omit<Note, 'isMine'>): Note => ({
  ...row,
  isMine: row.authorId === ctx.user.id,
});
