import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { noteById } from './by-id.ts';
import { createNote } from './create.ts';
import { listNotes } from './list.ts';
import { listNotesAbout } from './list-about.ts';
import { markNote } from './mark.ts';
import { pinNote } from './pin.ts';
import {
  CreateNote,
  ListNotes,
  ListNotesAbout,
  MarkNote,
  Note,
  NoteId,
  NotePage,
  NoteWithHistory,
  PinNote,
  UpdateNote,
} from './schemas.ts';
import { updateNote } from './update.ts';

export const notesRouter = router({
  list: signedInProcedure
    .input(ListNotes)
    .output(NotePage)
    .query(({ ctx, input }) => listNotes(ctx, input)),
  about: signedInProcedure
    .input(ListNotesAbout)
    .output(z.array(Note))
    .query(({ ctx, input }) => listNotesAbout(ctx, input)),
  byId: signedInProcedure
    .input(NoteId)
    .output(NoteWithHistory)
    .query(({ ctx, input }) => noteById(ctx, input)),
  create: signedInProcedure
    .input(CreateNote)
    .output(Note)
    .mutation(({ ctx, input }) => createNote(ctx, input)),
  update: signedInProcedure
    .input(UpdateNote)
    .output(Note)
    .mutation(({ ctx, input }) => updateNote(ctx, input)),
  pin: signedInProcedure
    .input(PinNote)
    .output(Note)
    .mutation(({ ctx, input }) => pinNote(ctx, input)),
  mark: signedInProcedure
    .input(MarkNote)
    .output(Note)
    .mutation(({ ctx, input }) => markNote(ctx, input)),
});
