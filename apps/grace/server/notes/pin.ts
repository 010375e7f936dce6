import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { notes } from '../../db/schema/notes.ts';
import { changeProfile } from '../care/change-profile.ts';
import { openRecord } from '../care/open-record.ts';
import { assertWithin } from '../care/rights.ts';
import { isNote, readNote } from './by-id.ts';
import type { Note, PinNote } from './schemas.ts';

/** Keeps a note at the top of the list for everybody, or no longer. */
export function pinNote(ctx: SignedInContext, { isPinned, ...noteId }: PinNote): Promise<Note> {
  const { profileId, id } = noteId;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'notes', 'log');
    await openRecord(tx, ctx, { profileId, resource: 'notes', resourceId: id });
    const pinned = await tx.update(notes).set({ isPinned }).where(isNote(noteId)).returning({ id: notes.id });
    if (pinned.length === 0) throw new AppError('NOT_FOUND');
    const action = isPinned ? 'note_pinned' : 'note_unpinned';
    await audit(tx, { action, resourceType: 'note', resourceId: id });
    return readNote(tx, ctx, noteId);
  });
}
