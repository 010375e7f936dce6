import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { archivePersona } from './archive.ts';
import { ownPersonaByCode } from './by-code.ts';
import { clonePersona } from './clone.ts';
import { editPersona } from './edit.ts';
import { removePersona } from './remove.ts';
import {
  ArchivePersona,
  ClonePersona,
  EditPersona,
  OwnPersona,
  OwnPersonaCode,
  Trial,
  TryPersona,
} from './schemas.ts';
import { tryPersona } from './try.ts';

export const ownPersonasRouter = router({
  byCode: signedInProcedure
    .input(OwnPersonaCode)
    .output(OwnPersona)
    .query(({ ctx, input }) => ownPersonaByCode(ctx, input)),
  clone: signedInProcedure
    .input(ClonePersona)
    .output(OwnPersona)
    .mutation(({ ctx, input }) => clonePersona(ctx, input)),
  edit: signedInProcedure
    .input(EditPersona)
    .output(OwnPersona)
    .mutation(({ ctx, input }) => editPersona(ctx, input)),
  archive: signedInProcedure
    .input(ArchivePersona)
    .output(z.void())
    .mutation(({ ctx, input }) => archivePersona(ctx, input)),
  remove: signedInProcedure
    .input(OwnPersonaCode)
    .output(z.void())
    .mutation(({ ctx, input }) => removePersona(ctx, input)),
  try: signedInProcedure
    .input(TryPersona)
    .output(Trial)
    .mutation(({ ctx, input }) => tryPersona(ctx, input)),
});
