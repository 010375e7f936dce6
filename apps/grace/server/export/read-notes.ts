import type { Tx } from '@commons/shared-db';
import { asc, eq } from 'drizzle-orm';
import { noteRevisions } from '../../db/schema/note-revisions.ts';
import { notes } from '../../db/schema/notes.ts';
import { noteColumns } from '../notes/columns.ts';

const { isImported: _, ...exported } = noteColumns;

/** Notes with every wording that the caller may read. */
export async function readNotes(tx: Tx, profileId: string) {
  return {
    notes: await tx.select(exported).from(notes).where(eq(notes.profileId, profileId)).orderBy(asc(notes.id)),
    noteRevisions: await tx
      .select({
        noteId: noteRevisions.noteId,
        version: noteRevisions.version,
        category: noteRevisions.category,
        body: noteRevisions.body,
        isPrivate: noteRevisions.isPrivate,
        isError: noteRevisions.isError,
        createdAt: noteRevisions.createdAt,
      })
      .from(noteRevisions)
      .where(eq(noteRevisions.profileId, profileId))
      .orderBy(asc(noteRevisions.noteId), asc(noteRevisions.version)),
  };
}
