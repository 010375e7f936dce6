import type { SignedInContext } from '@commons/api';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { openRecord } from '../care/open-record.ts';
import { noteColumns, toNote } from './columns.ts';
import type { ListNotesAbout, Note } from './schemas.ts';

/** What was noted at one conversation, or at doses, the oldest first; what was written in error is left out. */
export function listNotesAbout(
  ctx: SignedInContext,
  { profileId, sessionId }: ListNotesAbout,
): Promise<Note[]> {
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'notes' });
    const about = sessionId ? eq(notes.sessionId, sessionId) : isNotNull(notes.doseId);
    const rows = await tx
      .select(noteColumns)
      .from(notes)
      .where(and(eq(notes.profileId, profileId), eq(notes.isError, false), about))
      .orderBy(desc(notes.id))
      .limit(500);
    return rows.map((row) => toNote(ctx, row)).reverse();
  });
}
