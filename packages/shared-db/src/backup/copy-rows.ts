import type { Writable } from 'node:stream';
import type { TransactionSql } from 'postgres';
import { BackupError, type BackupHeader } from './backup-format.ts';
import { readBackup } from './read-backup.ts';

/** Copies the rows of a backup into its tables, which are emptied first, and counts what has arrived. */
export async function copyRows(
  transaction: TransactionSql,
  file: string,
  expected: readonly number[],
): Promise<void> {
  let tables: BackupHeader['tables'] = [];
  let copy: Writable | undefined;
  // postgres.js never says when a COPY fails at its end; the next query does.
  const arrived = (table: number) =>
    transaction`select 1`.catch((error: unknown) => {
      throw new BackupError(
        `The rows of ${tables[table]?.name} do not fit into their table. Nothing was changed.`,
        {
          cause: error,
        },
      );
    });
  const into = async (table: number): Promise<Writable> => {
    const { name, columns } = tables[table] as BackupHeader['tables'][number];
    const stream = await transaction.unsafe(`copy ${name} (${columns.join(', ')}) from stdin`).writable();
    // Each write reports it; without a listener it would end the process.
    return stream.on('error', () => {});
  };
  await readBackup(file, {
    header: async (header) => {
      tables = header.tables;
      if (tables.length > 0)
        await transaction.unsafe(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    },
    rows: async (table, rows) => {
      copy ??= await into(table);
      await write(copy, rows);
    },
    endOfTable: async (table) => {
      const done = copy;
      copy = undefined;
      if (!done) return;
      done.end();
      await arrived(table);
    },
  });
  for (const [index, { name }] of tables.entries()) {
    const [row] = await transaction.unsafe<[{ count: string }]>(`select count(*) as count from ${name}`);
    if (Number(row.count) !== expected[index]) {
      throw new BackupError(
        `${name} has ${row.count} rows instead of ${expected[index]}. Nothing was changed.`,
      );
    }
  }
}

// Until it is on its way, which also is when the stream may be ended and the next query sent.
function write(stream: Writable, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(rows, (error) => (error ? reject(error) : resolve()));
  });
}
