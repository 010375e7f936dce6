import { router, signedInProcedure } from '@commons/api';
import { Profile } from '../profiles/schemas.ts';
import { importRecord } from './import-record.ts';
import { previewImport } from './preview-import.ts';
import { ImportFile, ImportPreview, ImportRecord } from './schemas.ts';

const importing = signedInProcedure.meta({ limit: { max: 20, per: 'minute' } });

export const importRouter = router({
  // A mutation, because a file is too long for an address, and so that nothing is read again by itself.
  preview: importing
    .input(ImportFile)
    .output(ImportPreview)
    .mutation(({ ctx, input }) => previewImport(ctx, input)),
  record: importing
    .input(ImportRecord)
    .output(Profile)
    .mutation(({ ctx, input }) => importRecord(ctx, input)),
});
