import { AppError, type SignedInContext } from '@commons/api';
import { and, eq, sql } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { changes } from '../changes.ts';
import { noteById } from './by-id.ts';
import { noteColumns } from './columns.ts';
import type { Note, UpdateNote } from './schemas.ts';

/** Saves a note; refuses when it was saved somewhere else since `version` was read. */
export async function updateNote(ctx: SignedInContext, input: UpdateNote): Promise<Note> {
  const { id, version, ...text } = input;
  const [note] = await ctx.asUser((tx) =>
    tx
      .update(notes)
      .set({ ...text, version: sql`${notes.version} + 1` })
      .where(and(eq(notes.id, id), eq(notes.userId, ctx.user.id), eq(notes.version, version)))
      .returning(noteColumns),
  );
  if (!note) {
    await noteById(ctx, { id });
    throw new AppError('STALE_VERSION');
  }
  changes.announce(ctx);
  return note;
}
