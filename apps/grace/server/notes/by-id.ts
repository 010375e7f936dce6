import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import { medications } from '../../db/schema/medications.ts';
import { noteRevisions } from '../../db/schema/note-revisions.ts';
import { notes } from '../../db/schema/notes.ts';
import { openRecord } from '../care/open-record.ts';
import { noteColumns, toNote } from './columns.ts';
import type { Note, NoteId, NoteWithHistory } from './schemas.ts';

/** One note with every wording that it has had. */
export function noteById(ctx: SignedInContext, input: NoteId): Promise<NoteWithHistory> {
  const { profileId, id } = input;
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'notes', resourceId: id });
    const note = await readNote(tx, ctx, input);
    const revisions = await tx
      .select({
        version: noteRevisions.version,
        category: noteRevisions.category,
        body: noteRevisions.body,
        isPrivate: noteRevisions.isPrivate,
        isError: noteRevisions.isError,
        createdAt: noteRevisions.createdAt,
      })
      .from(noteRevisions)
      .where(and(eq(noteRevisions.noteId, id), eq(noteRevisions.profileId, profileId)))
      .orderBy(desc(noteRevisions.version));
    return { ...note, revisions, dose: await doseOf(tx, profileId, note.doseId) };
  });
}

/** The dose that a note is about, where the caller sees doses. */
async function doseOf(tx: Tx, profileId: string, doseId: string | null): Promise<NoteWithHistory['dose']> {
  if (!doseId) return null;
  const [dose] = await tx
    .select({
      medicationId: doseLog.medicationId,
      medicationName: medications.name,
      actualAt: doseLog.actualAt,
    })
    .from(doseLog)
    .innerJoin(
      medications,
      and(eq(medications.id, doseLog.medicationId), eq(medications.profileId, doseLog.profileId)),
    )
    .where(and(eq(doseLog.id, doseId), eq(doseLog.profileId, profileId)));
  return dose ?? null;
}

/** A note that the transaction may read; NOT_FOUND otherwise. */
export async function readNote(tx: Tx, ctx: SignedInContext, { profileId, id }: NoteId): Promise<Note> {
  const [row] = await tx.select(noteColumns).from(notes).where(isNote({ profileId, id }));
  if (!row) throw new AppError('NOT_FOUND');
  return toNote(ctx, row);
}

export const isNote = ({ profileId, id }: NoteId) => and(eq(notes.id, id), eq(notes.profileId, profileId));
