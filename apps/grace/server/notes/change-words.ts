import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, type SQL } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { changeProfile } from '../care/change-profile.ts';
import { openRecord } from '../care/open-record.ts';
import { assertWithin } from '../care/rights.ts';
import { isNote, readNote } from './by-id.ts';
import type { Note, NoteId } from './schemas.ts';

type Words = Partial<Pick<Note, 'body' | 'category' | 'isPrivate' | 'isError'>>;

/** Changes what a note says, as its author; the database keeps what it said before. */
export function changeWords(
  ctx: SignedInContext,
  { profileId, id }: NoteId,
  words: Words,
  action: string,
  condition?: SQL,
): Promise<Note> {
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'notes', 'log');
    const saved = await tx
      .update(notes)
      .set(words)
      .where(and(isNote({ profileId, id }), eq(notes.authorId, ctx.user.id), condition))
      .returning({ id: notes.id });
    if (saved.length === 0) throw await reasonOf(tx, ctx, { profileId, id });
    await audit(tx, { action, resourceType: 'note', resourceId: id });
    return readNote(tx, ctx, { profileId, id });
  });
}

async function reasonOf(tx: Tx, ctx: SignedInContext, input: NoteId): Promise<AppError> {
  await openRecord(tx, ctx, { profileId: input.profileId, resource: 'notes', resourceId: input.id });
  const { isMine } = await readNote(tx, ctx, input);
  if (isMine) return new AppError('STALE_VERSION');
  return new AppError('FORBIDDEN', { message: 'Only whoever wrote a note can change it.' });
}
