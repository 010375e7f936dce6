import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type BackupSummary, backUp } from '../backup/back-up.ts';
import { BackupError } from '../backup/backup-format.ts';
import { restore } from '../backup/restore.ts';
import { current } from '../migrate/history.ts';
import { readMigrations } from '../migrate/read-migrations.ts';
import type { Command } from './commands.ts';

/** Writes a backup, into the data folder unless a file is named. */
export const backup: Command = async ({ ownerUrl, dataFolder, print }, { target }) => {
  const file = target ? resolve(target) : join(dataFolder, 'backups', `${timeStamp()}.commons`);
  // A named folder that is missing is a slip, or a disk that is not mounted.
  if (!target) await mkdir(dirname(file), { recursive: true });
  const summary = await backUp(ownerUrl, file);
  print(`Wrote ${file}: ${describe(summary)}, ${Math.ceil(statSync(file).size / 1024)} KiB.`);
  print('It holds everybody’s data, sessions included. Keep it where only you can read it.');
};

/** Puts a backup into an empty database. */
export const restoreBackup: Command = async ({ ownerUrl, modules, print }, { target }) => {
  if (!target) throw new BackupError('Say which backup: pnpm db restore <file>.');
  const summary = await restore({ ownerUrl, modules, file: resolve(target) });
  print(`Restored ${describe(summary)}.`);
  const applied = await current({ ownerUrl, modules });
  const newest = modules.map((module) => readMigrations([module]).at(-1)).filter((one) => one !== undefined);
  const isBehind = newest.some(
    ({ module, revision }) => !applied.some((one) => one.module === module && one.revision === revision),
  );
  if (isBehind) print('It is older than this checkout. Now: pnpm db upgrade');
};

const describe = ({ tables, rows }: BackupSummary) => `${tables} tables with ${rows} rows`;

const timeStamp = () =>
  new Date()
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
