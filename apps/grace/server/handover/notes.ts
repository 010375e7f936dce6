import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq, exists, gt, isNull, lte, ne, not, or } from 'drizzle-orm';
import { noteRevisions } from '../../db/schema/note-revisions.ts';
import { notes } from '../../db/schema/notes.ts';
import { openRecord } from '../care/open-record.ts';
import { asImported } from '../import/as-imported.ts';
import type { Handover } from './schemas.ts';
import { type Span, shownMax } from './span.ts';

/** Notes of others, written or changed within the span; to pin one is no change of what it says. */
export async function newNotes(
  tx: Tx,
  ctx: SignedInContext,
  { profileId, since, until }: Span,
): Promise<Handover['notes']> {
  await openRecord(tx, ctx, { profileId, resource: 'notes' });
  const wording = tx
    .select({ id: noteRevisions.id })
    .from(noteRevisions)
    .where(
      and(
        eq(noteRevisions.noteId, notes.id),
        eq(noteRevisions.profileId, notes.profileId),
        gt(noteRevisions.createdAt, since),
      ),
    );
  const rows = await tx
    .select({
      id: notes.id,
      body: notes.body,
      authorName: notes.authorName,
      isImported: notes.isImported,
      createdAt: notes.createdAt,
    })
    .from(notes)
    .where(
      and(
        eq(notes.profileId, profileId),
        gt(notes.updatedAt, since),
        lte(notes.updatedAt, until),
        or(gt(notes.createdAt, since), exists(wording)),
        not(notes.isError),
        or(isNull(notes.authorId), ne(notes.authorId, ctx.user.id)),
      ),
    )
    .orderBy(desc(notes.updatedAt))
    .limit(shownMax.notes + 1);
  return rows.map(({ isImported, authorName, ...note }) => ({
    ...note,
    authorName: isImported ? asImported(authorName) : authorName,
    isChanged: note.createdAt <= since,
  }));
}
