import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  BackupError,
  type BackupFooter,
  type BackupHeader,
  backupFooter,
  endOfRows,
} from './backup-format.ts';
import { foreign, parseHeader } from './parse-header.ts';

/** What a reader of a backup is handed, in the order of the file. */
export interface BackupVisitor {
  header?(header: BackupHeader): Promise<void> | void;
  /** Whole rows of the table with this index. */
  rows?(table: number, rows: Buffer): Promise<void> | void;
  endOfTable?(table: number): Promise<void> | void;
}

const terminator = Buffer.from(`\n${endOfRows}`);

/**
 * Reads a backup to its end and checks that it is whole: what it is, its version, the number of rows and the digest.
 *
 * @throws {BackupError} saying what is wrong with the file
 */
export async function readBackup(
  file: string,
  visitor: BackupVisitor = {},
): Promise<{ header: BackupHeader; footer: BackupFooter }> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let table = 0;
  let rest: Buffer = Buffer.alloc(0);
  const rows: number[] = [];
  try {
    const source = createReadStream(file);
    const plain = source.pipe(createGunzip({ chunkSize: 1_048_576 }));
    source.on('error', (error) => plain.destroy(error));
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      if (!header) {
        const end = rest.indexOf(10);
        if (end === -1) {
          if (rest.length > 1_000_000) throw foreign(file);
          continue;
        }
        header = parseHeader(file, rest.toString('utf8', 0, end));
        hash.update(rest.subarray(0, end + 1));
        rest = rest.subarray(end + 1);
        await visitor.header?.(header);
      }
      while (table < header.tables.length) {
        const found = endOf(rest);
        const whole = found ?? rest.lastIndexOf(10) + 1;
        const block = rest.subarray(0, whole);
        if (block.length > 0) {
          rows[table] = (rows[table] ?? 0) + countLines(block);
          hash.update(block);
          await visitor.rows?.(table, block);
        }
        rest = rest.subarray(whole);
        if (found === undefined) break;
        hash.update(endOfRows);
        rest = rest.subarray(endOfRows.length);
        rows[table] ??= 0;
        await visitor.endOfTable?.(table);
        table += 1;
      }
    }
  } catch (error) {
    throw explain(error, file);
  }
  if (!header) throw foreign(file);
  const footer = parseFooter(rest);
  if (table < header.tables.length || !footer) throw cutOff(file);
  if (footer.sha256 !== hash.digest('hex') || footer.rows.join() !== rows.join()) throw damaged(file);
  return { header, footer };
}

/** Where the rows of the table that `data` begins with end, if it is in there. */
function endOf(data: Buffer): number | undefined {
  if (data.subarray(0, endOfRows.length).equals(terminator.subarray(1))) return 0;
  const at = data.indexOf(terminator);
  return at === -1 ? undefined : at + 1;
}

function countLines(block: Buffer): number {
  let count = 0;
  for (let at = block.indexOf(10); at !== -1; at = block.indexOf(10, at + 1)) count += 1;
  return count;
}

function parseFooter(line: Buffer): BackupFooter | undefined {
  try {
    return backupFooter.parse(JSON.parse(line.toString('utf8')));
  } catch {
    return undefined;
  }
}

function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new BackupError(`There is no file ${file}.`);
  if (code === 'EISDIR') return new BackupError(`${file} is a folder. Name a backup in it.`);
  if (code === 'EACCES') return new BackupError(`You may not read ${file}.`);
  if (code === 'Z_BUF_ERROR') return cutOff(file);
  if (code === 'Z_DATA_ERROR') return String(error).includes('header check') ? foreign(file) : damaged(file);
  return error;
}

const cutOff = (file: string) =>
  new BackupError(
    `${file} is cut off: it was not copied to its end. Copy it again, or take another backup. Nothing was changed.`,
  );
const damaged = (file: string) =>
  new BackupError(
    `${file} is damaged: it does not hold what was written. Copy it again, or take another backup. Nothing was changed.`,
  );
