import { router, signedInProcedure } from '@commons/api';
import { noteById } from './by-id.ts';
import { createNote } from './create.ts';
import { listNotes } from './list.ts';
import { removeNote } from './remove.ts';
import { CreateNote, ListNotes, Note, NoteId, NotePage, UpdateNote } from './schemas.ts';
import { updateNote } from './update.ts';

export const notesRouter = router({
  list: signedInProcedure
    .input(ListNotes)
    .output(NotePage)
    .query(({ ctx, input }) => listNotes(ctx, input)),
  byId: signedInProcedure
    .input(NoteId)
    .output(Note)
    .query(({ ctx, input }) => noteById(ctx, input)),
  create: signedInProcedure
    .input(CreateNote)
    .output(Note)
    .mutation(({ ctx, input }) => createNote(ctx, input)),
  update: signedInProcedure
    .input(UpdateNote)
    .output(Note)
    .mutation(({ ctx, input }) => updateNote(ctx, input)),
  remove: signedInProcedure
    .input(NoteId)
    .output(NoteId)
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
});
