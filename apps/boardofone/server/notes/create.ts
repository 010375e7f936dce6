import type { SignedInContext } from '@commons/api';
import { notes } from '../../db/schema/notes.ts';
import { changes } from '../changes.ts';
import { noteById } from './by-id.ts';
import { noteColumns } from './columns.ts';
import type { CreateNote, Note } from './schemas.ts';

/** Adds a note; with an id that is there already it returns that one, so that a retry adds nothing. */
export async function createNote(ctx: SignedInContext, input: CreateNote): Promise<Note> {
  const [note] = await ctx.asUser((tx) =>
    tx
      .insert(notes)
      .values({ ...input, userId: ctx.user.id })
      .onConflictDoNothing({ target: notes.id })
      .returning(noteColumns),
  );
  if (!note) return noteById(ctx, input);
  changes.announce(ctx);
  return note;
}
