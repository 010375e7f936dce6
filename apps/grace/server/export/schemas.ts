import { z } from 'zod';

export const ExportOf = z.object({ profileId: z.uuid() });
export type ExportOf = z.infer<typeof ExportOf>;

const tableNames = ['doses', 'medications', 'notes'] as const;
export const ExportTable = ExportOf.extend({
  table: z.enum(tableNames, 'Choose what to export.'),
  /** A mark at the beginning by which spreadsheets know that the text is UTF-8. */
  hasByteOrderMark: z.boolean(),
});
export type ExportTable = z.infer<typeof ExportTable>;

/** A file to be saved, as text. */
export const ExportedFile = z.object({ name: z.string(), type: z.string(), text: z.string() });
export type ExportedFile = z.infer<typeof ExportedFile>;
