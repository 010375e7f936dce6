import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BackupError } from './backup-format.ts';

const explanations: Record<string, string> = {
  ENOSPC: 'the disk is full. Free some space, or name a file on another disk',
  EDQUOT: 'your share of the disk is used up. Free some space, or name a file on another disk',
  EACCES: 'you may not write there. Name another file',
  EPERM: 'you may not write there. Name another file',
  EROFS: 'the disk is read-only. Name a file on another disk',
  ENOENT: 'its folder does not exist. Make the folder, or name another file',
  ENOTDIR: 'part of the path is a file. Name another file',
};

/** Writes `contents`, gzipped, into `file`: either all of it, safely on the disk, or no file at all. Never overwrites one. */
export async function writeWhole(file: string, contents: AsyncIterable<Buffer>): Promise<void> {
  if (existsSync(file)) throw new BackupError(`${file} exists already. Name another file.`);
  const part = `${file}.part`;
  // It holds everybody's rows; whoever stops the backup half-way does not want them to lie about.
  const clear = () => rmSync(part, { force: true });
  process.once('exit', clear);
  try {
    await pipeline(
      Readable.from(contents, { objectMode: true }),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const explanation = error instanceof Error && 'code' in error && explanations[String(error.code)];
    if (!explanation) throw error;
    throw new BackupError(`Cannot write ${file}: ${explanation}. Nothing was kept.`, { cause: error });
  } finally {
    process.off('exit', clear);
  }
}
