import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What `file` holds, readable by its owner only. It is made the first time, whole or not at all, so that neither a kill nor a full disk
 * leaves half of it; and of two processes that make it at the same moment both get what one of them made.
 */
export function keptFile(file: string, make: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const part = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      writeFileSync(part, make(), { mode: 0o600, flush: true });
      takePlace(part, file);
    } finally {
      rmSync(part, { force: true });
    }
  }
  return readFileSync(file, 'utf8');
}

/** Gives a file its name, unless somebody else has been faster. */
function takePlace(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    // Some disks know no second name for a file.
    renameSync(part, file);
  }
}
