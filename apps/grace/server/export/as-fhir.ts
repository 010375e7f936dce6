import type { SignedInContext } from '@commons/api';
import { exportFile } from './export-file.ts';
import { toBundle } from './fhir/to-bundle.ts';
import { readRecord } from './read-record.ts';
import type { ExportedFile, ExportOf } from './schemas.ts';

/** What clinics exchange of the record, as a FHIR R4 bundle. */
export function exportFhir(ctx: SignedInContext, { profileId }: ExportOf): Promise<ExportedFile> {
  return exportFile(ctx, profileId, 'fhir', async (tx) => {
    const bundle = toBundle(await readRecord(tx, ctx, profileId), ctx.now());
    return {
      what: 'fhir-r4',
      extension: 'json',
      type: 'application/fhir+json',
      text: JSON.stringify(bundle, null, 2),
    };
  });
}
