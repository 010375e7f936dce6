import type { SignedInContext } from '@commons/api';
import { exportFile } from './export-file.ts';
import { readRecord } from './read-record.ts';
import type { ExportedFile, ExportOf } from './schemas.ts';

/** The record with everything that the caller may read, to keep or to take elsewhere. */
export function exportJson(ctx: SignedInContext, { profileId }: ExportOf): Promise<ExportedFile> {
  return exportFile(ctx, profileId, 'json', async (tx) => {
    const record = await readRecord(tx, ctx, profileId);
    const text = JSON.stringify(
      { format: 'grace-record', version: 1, exportedAt: ctx.now(), ...record },
      null,
      2,
    );
    return { what: 'record', extension: 'json', type: 'application/json', text };
  });
}
