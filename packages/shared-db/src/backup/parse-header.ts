import { z } from 'zod';
import { BackupError, type BackupHeader, backupHeader, backupVersion } from './backup-format.ts';

const anyVersion = z.object({ format: z.literal('commons-backup'), version: z.number() });

/** Reads the first line of a backup, and refuses what is none or what a newer version of this tool wrote. */
export function parseHeader(file: string, line: string): BackupHeader {
  const json = parseJson(line);
  const known = anyVersion.safeParse(json);
  if (known.success && known.data.version > backupVersion) {
    throw new BackupError(
      `${file} was written by a newer version of this tool (format ${known.data.version}; this one reads up to ${backupVersion}). Restore it with the checkout that wrote it. Nothing was changed.`,
    );
  }
  const header = backupHeader.safeParse(json);
  if (!header.success) throw foreign(file);
  return header.data;
}

/** The error for a file that is something else. */
export const foreign = (file: string) =>
  new BackupError(`${file} is no backup that "pnpm db backup" wrote. Name one that is. Nothing was changed.`);

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
