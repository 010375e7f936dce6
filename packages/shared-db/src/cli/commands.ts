import { relative } from 'node:path';
import { writeModuleDump } from '../dump/module-dump.ts';
import type { DatabaseModule } from '../migrate/database-module.ts';
import { downgrade } from '../migrate/downgrade.ts';
import { current, history } from '../migrate/history.ts';
import { MigrationError } from '../migrate/migration-error.ts';
import { upgrade } from '../migrate/upgrade.ts';
import { backup, restoreBackup } from './backup.ts';
import { doctor } from './doctor.ts';
import { lint } from './lint.ts';
import { lock, unlock } from './lock.ts';
import type { CommandContext, CommandInput } from './run-database-cli.ts';

/** One `pnpm db` command; false when it found something wrong and has said so. */
export type Command = (context: CommandContext, input: CommandInput) => Promise<undefined | false>;

const setup: Command = async (context, input) => {
  await applyPending(context, input);
  context.print('The logins, roles and tables are in place.');
};

const migrate: Command = async ({ modules, print }, { message, app, empty }) => {
  if (!message) throw new MigrationError('Say in a few words what changes: pnpm db migrate -m "add notes".');
  if (empty && !app) throw new MigrationError('Say whose migration it is: add --app with one of the names.');
  // Loaded here, because drizzle-kit is large and every server start passes through this file.
  const { writeMigration } = await import('../migrate/write-migration.ts');
  const written: string[] = [];
  for (const module of selected(modules, app)) {
    const folder = await writeMigration(module, { message, empty });
    if (folder) written.push(folder);
  }
  if (written.length === 0) {
    print(
      'The schema files say nothing new, so there is nothing to migrate. (--app x --empty writes one by hand.)',
    );
    return;
  }
  for (const folder of written)
    print(`Wrote ${relative(process.cwd(), folder)}. Read its SQL, then: pnpm db upgrade`);
};

const applyPending: Command = async ({ ownerUrl, modules, print }, { target }) => {
  const applied = await upgrade({ ownerUrl, modules, waitMs: 0 }, target);
  for (const { module, revision } of applied) print(`applied   ${module}/${revision}`);
  if (applied.length === 0) print('The database is up to date.');
};

const takeBack: Command = async ({ ownerUrl, modules, print }, { target, app }) => {
  if (app) selected(modules, app);
  const taken = await downgrade({ ownerUrl, modules, app }, target);
  for (const { module, revision } of taken) print(`took back ${module}/${revision}`);
  if (taken.length === 0) print('There was nothing to take back.');
};

const listHistory: Command = async ({ ownerUrl, modules, print }) => {
  for (const { module, revision, appliedAt } of await history({ ownerUrl, modules })) {
    print(`${appliedAt ? appliedAt.toISOString() : 'pending                 '}  ${module}/${revision}`);
  }
};

const showCurrent: Command = async ({ ownerUrl, modules, print }) => {
  const newest = await current({ ownerUrl, modules });
  for (const { module, revision } of newest) print(`${module}/${revision}`);
  if (newest.length === 0) print('No migration has been applied. Run "pnpm db upgrade".');
};

const seed: Command = async (context) => {
  await context.seed(context.logins);
  context.print('The demonstration data is in place.');
};

const dump: Command = async ({ modules, ownerUrl, print }) => {
  const pending = (await history({ ownerUrl, modules })).filter(({ appliedAt }) => !appliedAt);
  if (pending.length > 0) {
    const names = pending.map(({ module, revision }) => `${module}/${revision}`).join(', ');
    throw new MigrationError(`The dump would lack ${names}. Run "pnpm db upgrade" first.`);
  }
  for (const module of modules) await writeModuleDump(module, ownerUrl);
  print(`Wrote schema.txt of ${modules.map((module) => module.name).join(', ')}.`);
};

/** The commands of `pnpm db` by name. */
export const commands: Readonly<Record<string, Command>> = {
  setup,
  migrate,
  upgrade: applyPending,
  downgrade: takeBack,
  history: listHistory,
  current: showCurrent,
  seed,
  dump,
  lint,
  doctor,
  lock,
  unlock,
  backup,
  restore: restoreBackup,
};

function selected(modules: readonly DatabaseModule[], app: string | undefined): readonly DatabaseModule[] {
  if (!app) return modules;
  const found = modules.filter((module) => module.name === app);
  if (found.length > 0) return found;
  throw new MigrationError(
    `There is no app "${app}". Installed: ${modules.map((module) => module.name).join(', ')}.`,
  );
}
