import type { SignedInContext } from '@commons/api';
import { notes } from '../../db/schema/notes.ts';
import { asImported } from '../import/as-imported.ts';
import type { Note } from './schemas.ts';

type Row = Omit<Note, 'isMine'> & { isImported: boolean };

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
  isImported: notes.isImported,
  version: notes.version,
  createdAt: notes.createdAt,
  updatedAt: notes.updatedAt,
};

export const toNote = (ctx: SignedInContext, { isImported, ...row }: Row): Note => ({
  ...row,
  authorName: isImported ? asImported(row.authorName) : row.authorName,
  isMine: row.authorId === ctx.user.id,
});
