import { z } from 'zod';
import { AuthorityBasis } from '../../care/schemas.ts';

/** A file that was saved with “Save everything”, packed by gzip and written in base64, under an id that the sender chose. */
export const ImportFile = z.object({
  id: z.uuid(),
  file: z
    .base64('Choose a file.')
    .min(1, 'Choose a file.')
    .max(950_000, 'This file is too large to bring in.'),
});
export type ImportFile = z.infer<typeof ImportFile>;

/** On what authority the new record is held is said anew: it does not come with a file. */
export const ImportRecord = ImportFile.extend({ basis: AuthorityBasis });
export type ImportRecord = z.infer<typeof ImportRecord>;

/** What is wrong with a file, and where in it. */
export const ImportProblem = z.object({ where: z.string(), what: z.string() });
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportPreview = z.object({
  /** Null when there are problems: nothing of such a file comes. */
  contents: z
    .object({
      fullName: z.string(),
      preferredName: z.string(),
      timeZone: z.string(),
      exportedAt: z.string(),
      basis: AuthorityBasis,
      comes: z.array(z.object({ what: z.string(), count: z.int() })),
      staysBehind: z.array(z.object({ what: z.string(), why: z.string() })),
    })
    .nullable(),
  problems: z.array(ImportProblem),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
