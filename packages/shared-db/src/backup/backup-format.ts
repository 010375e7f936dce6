import { z } from 'zod';

/** Raised whenever an older tool could no longer read what this one writes. */
export const backupVersion = 1;

/**
 * The first line of a backup. After it come the rows of each table as COPY writes them, each table closed by a line `\.`, then
 * the footer; all of it gzipped.
 */
export const backupHeader = z.object({
  format: z.literal('commons-backup'),
  version: z.literal(backupVersion),
  createdAt: z.string(),
  /** The migrations that the database had, first applied first. */
  migrations: z.array(z.object({ module: z.string(), revision: z.string(), checksum: z.string() })),
  /** Quoted names as SQL takes them, in the order in which the rows follow. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
});

/** What a backup says about itself before the rows. */
export type BackupHeader = z.infer<typeof backupHeader>;

/** The last line: how many rows each table has, and the digest of everything before this line. */
export const backupFooter = z.object({ rows: z.array(z.number().int()), sha256: z.string() });

/** What a backup says about itself after the rows. */
export type BackupFooter = z.infer<typeof backupFooter>;

/** The line that closes the rows of a table. COPY escapes backslashes, so no row looks like it. */
export const endOfRows = '\\.\n';

/** A backup that cannot be used; the message says what to do next. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
