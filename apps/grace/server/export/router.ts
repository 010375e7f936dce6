import { router, signedInProcedure } from '@commons/api';
import { exportCsv } from './as-csv.ts';
import { exportFhir } from './as-fhir.ts';
import { exportJson } from './as-json.ts';
import { ExportedFile, ExportOf, ExportTable } from './schemas.ts';

// Mutations, because each leaves lines in the logs; and so that nothing is read again by itself.
const exporting = signedInProcedure.meta({ limit: { max: 20, per: 'minute' } }).output(ExportedFile);

export const exportRouter = router({
  json: exporting.input(ExportOf).mutation(({ ctx, input }) => exportJson(ctx, input)),
  csv: exporting.input(ExportTable).mutation(({ ctx, input }) => exportCsv(ctx, input)),
  fhir: exporting.input(ExportOf).mutation(({ ctx, input }) => exportFhir(ctx, input)),
});
