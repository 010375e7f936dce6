import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { notes } from '../../db/schema/notes.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { assertThere } from './assert-there.ts';
import { readNote } from './by-id.ts';
import type { CreateNote, Note } from './schemas.ts';

/** Writes a note down; with an id that is there already it returns that one, so that a retry adds nothing. */
export function createNote(ctx: SignedInContext, input: CreateNote): Promise<Note> {
  const { id, profileId, isPrivate } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    const { isHolder } = await assertWithin(tx, ctx, profileId, 'notes', 'log');
    if (isPrivate && !isHolder) throw new AppError('FORBIDDEN', { message: holderOnly });
    await assertThere(tx, ctx, input);
    const added = await tx
      .insert(notes)
      .values({ ...input, authorId: ctx.user.id })
      .onConflictDoNothing({ target: notes.id })
      .returning({ id: notes.id });
    if (added.length > 0) await audit(tx, { action: 'note_written', resourceType: 'note', resourceId: id });
    return readNote(tx, ctx, input);
  });
}

const holderOnly = 'Only the person, or whoever answers for them, can keep a note private.';
