import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { TransactionSql } from 'postgres';
import { readLedger } from '../migrate/ledger.ts';
import { withMigrationLock } from '../migrate/with-migration-lock.ts';
import { type BackupFooter, type BackupHeader, backupVersion, endOfRows } from './backup-format.ts';
import { becomeBackupRole } from './become-backup-role.ts';
import { describeContents } from './describe-contents.ts';
import { wholeTransaction } from './whole-transaction.ts';
import { writeWhole } from './write-whole.ts';

/** What a backup holds. */
export interface BackupSummary {
  tables: number;
  rows: number;
}

/**
 * Writes every row of the database into `file`, as of one moment, while the service goes on. The file appears only when it is
 * complete, and is readable by its owner alone.
 */
export function backUp(ownerUrl: string, file: string): Promise<BackupSummary> {
  return withMigrationLock(ownerUrl, async (owner, loss) => {
    const migrations = (await readLedger(owner)).map(({ module, revision, checksum }) => ({
      module,
      revision,
      checksum,
    }));
    return wholeTransaction(owner, loss, 'isolation level repeatable read read only', async (transaction) => {
      await becomeBackupRole(transaction);
      const header: BackupHeader = {
        format: 'commons-backup',
        version: backupVersion,
        createdAt: new Date().toISOString(),
        migrations,
        ...(await describeContents(transaction)),
      };
      const rows: number[] = [];
      await writeWhole(file, lines(transaction, header, rows));
      return { tables: rows.length, rows: rows.reduce((sum, count) => sum + count, 0) };
    });
  });
}

async function* lines(
  transaction: TransactionSql,
  header: BackupHeader,
  rows: number[],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (data: Buffer) => {
    hash.update(data);
    return data;
  };
  yield hashed(Buffer.from(`${JSON.stringify(header)}\n`));
  for (const { name, columns } of header.tables) {
    let count = 0;
    const copy = await transaction
      .unsafe(`copy (select ${columns.join(', ')} from ${name}) to stdout`)
      .readable();
    try {
      // Not destroyed when nobody wants the rest: the connection would then wait for somebody to read it, for ever.
      for await (const chunk of copy.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        count += countLines(chunk);
        yield hashed(chunk);
      }
    } finally {
      drain(copy);
    }
    rows.push(count);
    yield hashed(Buffer.from(endOfRows));
  }
  const footer: BackupFooter = { rows, sha256: hash.digest('hex') };
  yield Buffer.from(`${JSON.stringify(footer)}\n`);
}

// postgres.js pauses the connection while rows wait to be read, and never resumes it when the last of them did; `_read` is how its
// stream resumes it.
function drain(copy: Readable): void {
  copy.once('end', () => copy._read(0));
  copy.resume();
  copy._read(0);
}

// COPY ends each row with a line feed and escapes those inside.
function countLines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}
