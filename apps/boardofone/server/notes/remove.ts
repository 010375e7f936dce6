import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { changes } from '../changes.ts';
import type { NoteId } from './schemas.ts';

/** Deletes a note. Whoever wants it back creates it again, under the same id. */
export async function removeNote(ctx: SignedInContext, { id }: NoteId): Promise<NoteId> {
  await ctx.asUser(async (tx) => {
    const removed = await tx
      .delete(notes)
      .where(and(eq(notes.id, id), eq(notes.userId, ctx.user.id)))
      .returning({ id: notes.id });
    if (removed.length === 0) throw new AppError('NOT_FOUND');
    await audit(tx, { action: 'note_deleted', resourceType: 'note', resourceId: id });
  });
  changes.announce(ctx);
  return { id };
}
