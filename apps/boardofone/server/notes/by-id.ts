import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { noteColumns } from './columns.ts';
import type { Note, NoteId } from './schemas.ts';

export async function noteById(ctx: SignedInContext, { id }: NoteId): Promise<Note> {
  const [note] = await ctx.asUser((tx) =>
    tx
      .select(noteColumns)
      .from(notes)
      .where(and(eq(notes.id, id), eq(notes.userId, ctx.user.id))),
  );
  if (!note) throw new AppError('NOT_FOUND');
  return note;
}
