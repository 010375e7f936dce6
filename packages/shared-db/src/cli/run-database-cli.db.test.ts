import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { integer, pgSchema } from 'drizzle-orm/pg-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { TemporaryModule } from '../../testing/temporary-module.ts';
import type { DatabaseSettings } from '../connection/env.ts';
import { removeClusterHome } from '../embedded/cluster-home.ts';
import { sharedModule } from '../shared-module.ts';
import { type DatabaseCliOptions, runDatabaseCli } from './run-database-cli.ts';

const first = '20260101T0000_first';
const second = '20260102T0000_second';

describe('pnpm db', () => {
  let db: TestDatabase;
  let notes: TemporaryModule;
  let dataFolder: string;
  beforeEach(async () => {
    db = await createTestDatabase([], { empty: true });
    dataFolder = mkdtempSync(join(tmpdir(), 'commons-cli-'));
    notes = new TemporaryModule('notes', {
      [first]: {
        up: 'create schema notes; create table notes.notes (id int);',
        down: 'drop schema notes cascade;',
      },
      [second]: { up: 'create table notes.tags (id int);', down: 'drop table notes.tags;' },
    });
  });
  afterEach(async () => {
    await db[Symbol.asyncDispose]();
    notes[Symbol.dispose]();
    removeClusterHome(join(dataFolder, 'postgres'));
    rmSync(dataFolder, { recursive: true });
  });

  async function run(command: string, options: Partial<DatabaseCliOptions> = {}) {
    const lines: string[] = [];
    const argv = command.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
    const exitCode = await runDatabaseCli(argv, {
      modules: [notes],
      settings: { kind: 'given', ...db.logins },
      dataFolder,
      seed: async () => {},
      print: (line) => lines.push(line),
      ...options,
    });
    return { exitCode, text: lines.join('\n') };
  }
  const succeeds = (text: string) => ({ exitCode: 0, text });
  const fails = (text: RegExp) => ({ exitCode: 1, text: expect.stringMatching(text) });
  const applied = async () =>
    (await db.admin`select revision from app.migrations order by position`).map((row) => row.revision);

  it('explains itself when it is asked nothing, for help or for something it does not know', async () => {
    expect(await run('')).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^pnpm db <command>.*downgrade/s),
    });
    expect(await run('--help')).toMatchObject({
      exitCode: 0,
      text: expect.stringMatching(/^pnpm db <command>/),
    });
    expect(await run('drop')).toEqual(fails(/^There is no command "drop"\.\n\npnpm db <command>/));
    expect(await run('constructor')).toEqual(fails(/^There is no command "constructor"/));
    expect(await run('upgrade --force')).toEqual(
      fails(/^Unknown option '--force'\. "pnpm db" lists what each command takes\.$/),
    );
    expect(await run('migrate -m')).toEqual(fails(/argument missing\. "pnpm db" lists/));
  });

  it.each([
    ['doctor --json', /^"pnpm db doctor" takes no --json\./],
    ['lint --app notes', /^"pnpm db lint" takes no --app\./],
    ['upgrade --empty', /^"pnpm db upgrade" takes no --empty\./],
    ['history -m text', /^"pnpm db history" takes no --message\./],
    ['current now', /^"pnpm db current" takes no "now"\./],
    ['seed -1', /^"pnpm db seed" takes no "-1"\./],
    ['downgrade -1 base', /^"pnpm db downgrade" takes one word, and "base" is one more\./],
    [
      'lock moving house',
      /^"pnpm db lock" takes one word, and "house" is one more\. Put several into quotes\./,
    ],
  ])('refuses what a command would ignore, and does nothing: %s', async (command, says) => {
    await run('upgrade');
    expect(await run(command)).toEqual(fails(says));
    expect(await applied()).toEqual([first, second]);
  });

  it('makes no folder for a backup but its own', async () => {
    const modules = [sharedModule];
    await run('upgrade', { modules });
    const missing = join(dataFolder, 'not-mounted');
    expect(await run(`backup ${missing}/a.commons`, { modules })).toEqual(fails(/its folder does not exist/));
    expect(existsSync(missing)).toBe(false);
    expect(await run('backup', { modules })).toMatchObject({ exitCode: 0 });
    expect(readdirSync(join(dataFolder, 'backups'))).toHaveLength(1);
  });

  it('names the lock that is there already', async () => {
    const settings: DatabaseSettings = { kind: 'given', ...db.logins, adminUrl: db.adminUrl };
    await run('upgrade', { modules: [sharedModule] });
    expect((await run('lock "moving house"', { settings })).text).toMatch(
      /^The service is read-only\. .*nobody can sign in/,
    );
    expect((await run('lock again', { settings })).text).toMatch(
      /^The service was read-only already, since \d{4}-\S+Z \(moving house\), and that stays\./,
    );
    expect(await run('unlock', { settings })).toEqual(succeeds('The service may write again.'));
    expect(await run('unlock', { settings })).toEqual(succeeds('The service was not locked.'));
  });

  it('upgrades, all at once or up to a revision', async () => {
    expect(await run(`upgrade ${first}`)).toEqual(succeeds(`applied   notes/${first}`));
    expect(await run('upgrade')).toEqual(succeeds(`applied   notes/${second}`));
    expect(await run('upgrade')).toEqual(succeeds('The database is up to date.'));
    expect(await run('upgrade nonsense')).toEqual(
      fails(/^There is no revision "nonsense" here. "pnpm db history"/),
    );
  });

  it.each([
    ['downgrade', [first]],
    ['downgrade -1', [first]],
    ['downgrade -2', []],
    ['downgrade base', []],
    [`downgrade ${first}`, [first]],
  ])('takes back what “%s” says', async (command, left) => {
    await run('upgrade');
    expect((await run(command)).exitCode).toBe(0);
    expect(await applied()).toEqual(left);
  });

  it('takes back one app, whatever was applied after it, and leaves the others', async () => {
    using drafts = new TemporaryModule('drafts', {
      '20260103T0000_drafts': { up: 'create schema drafts;', down: 'drop schema drafts;' },
    });
    const modules = [notes, drafts];
    await run('upgrade', { modules });

    expect(await run('downgrade base --app notes', { modules })).toEqual(
      succeeds(`took back notes/${second}\ntook back notes/${first}`),
    );
    expect(await applied()).toEqual(['20260103T0000_drafts']);
    expect(await run('downgrade --app tags', { modules })).toEqual(fails(/^There is no app "tags"/));
    expect(await run('downgrade --app shared-db', { modules: [sharedModule, ...modules] })).toEqual(
      fails(/^Every app stands on shared-db\./),
    );
  });

  it('says how an app goes whose tables are there and whose folder is not', async () => {
    await run('upgrade');
    using drafts = new TemporaryModule('drafts', {});

    expect(await run('upgrade', { modules: [drafts] })).toEqual(
      fails(
        /Check out the version that has it; "pnpm db downgrade base --app notes" from there takes it back\.$/,
      ),
    );
  });

  it('says when there is nothing, or not enough, to take back', async () => {
    expect(await run('downgrade base')).toEqual(succeeds('There was nothing to take back.'));
    expect(await run('downgrade -9')).toEqual(fails(/only 0 migrations/));
  });

  it('lists the history and the current revision', async () => {
    expect((await run('current')).text).toMatch(/No migration has been applied. Run "pnpm db upgrade"/);
    await run(`upgrade ${first}`);
    const { text } = await run('history');
    expect(text).toMatch(new RegExp(`^\\d{4}-.*Z {2}notes/${first}\npending +notes/${second}$`));
    expect(await run('current')).toEqual(succeeds(`notes/${first}`));
  });

  it('writes the migration that the schema files ask for', async () => {
    expect((await run('migrate -m "nothing"')).text).toMatch(/nothing to migrate/);
    notes.schema = { tags: pgSchema('notes').table('labels', { id: integer('id') }) };
    const { exitCode, text } = await run('migrate -m "Add labels" --app notes');
    expect(exitCode).toBe(0);
    const written =
      /Wrote .*\/(\d{8}T\d{4}_add_labels)\. Read its SQL, then: pnpm db upgrade/.exec(text)?.[1] ?? '';
    expect(readFileSync(join(notes.pathOf(written), 'up.sql'), 'utf8')).toContain(
      'CREATE TABLE "notes"."labels"',
    );
    expect((await run('upgrade')).exitCode).toBe(0);
  });

  it('writes an empty migration, and asks for what it needs to know', async () => {
    expect(await run('migrate')).toEqual(fails(/Say in a few words what changes/));
    expect(await run('migrate -m "by hand" --empty')).toEqual(fails(/Say whose migration it is: add --app/));
    expect(await run('migrate -m "by hand" --app nobody')).toEqual(
      fails(/There is no app "nobody". Installed: notes\./),
    );
    expect((await run('migrate -m "by hand" --app notes --empty')).text).toMatch(/Wrote .*_by_hand/);
    expect(readdirSync(notes.migrations)).toHaveLength(3);
  });

  it('writes the dump of each module beside its migrations', async () => {
    await run('upgrade');
    expect((await run('dump')).text).toBe('Wrote schema.txt of notes.');
    expect(readFileSync(new URL('../schema.txt', notes.migrations), 'utf8')).toContain(
      'notes.tags table\n  id integer',
    );
  });

  it('writes no dump of a database that is behind its migrations', async () => {
    await run('upgrade');
    await run('dump');
    const file = new URL('../schema.txt', notes.migrations);
    const before = readFileSync(file, 'utf8');
    await run('downgrade -1');

    expect(await run('dump')).toEqual(
      fails(/The dump would lack notes\/\S+\. Run "pnpm db upgrade" first\./),
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('seeds with the logins it was given', async () => {
    const seen: unknown[] = [];
    const seeded = await run('seed', { seed: async (logins) => void seen.push(logins) });
    expect(seeded).toEqual(succeeds('The demonstration data is in place.'));
    expect(seen).toEqual([db.logins]);
  });

  it('lints the database: nothing found, each finding with what to do, as JSON on request', async () => {
    const modules = [sharedModule];
    await run('upgrade', { modules });
    expect(await run('lint', { modules })).toEqual(succeeds('0 findings.'));
    await db.admin`alter table users no force row level security`;
    expect(await run('lint', { modules })).toEqual(
      fails(/^row-security: (public\.)?users\n {2}Row-level security is not both .*\n1 finding\.$/),
    );
    const { exitCode, text } = await run('lint --json', { modules });
    expect(exitCode).toBe(1);
    expect(JSON.parse(text)).toMatchObject([{ rule: 'row-security', message: expect.any(String) }]);
  });

  it('turns a failure into a sentence', async () => {
    const broken = async () => {
      throw new Error('the seed is broken');
    };
    expect(await run('seed', { seed: broken })).toEqual(fails(/^the seed is broken$/));
    const { app, service, owner } = db.logins;
    const withoutOwner: DatabaseSettings = { kind: 'given', app, service, owner: undefined };
    expect(await run('upgrade', { settings: withoutOwner })).toEqual(fails(/Set DATABASE_OWNER_URL/));
    const unreachable = new URL(owner);
    unreachable.port = '1';
    const settings: DatabaseSettings = { kind: 'given', app, service, owner: unreachable.href };
    const { text } = await run('upgrade', { settings });
    expect(text).toMatch(/^Cannot use the database at postgres:\/\/commons_owner@.*nothing listens there/);
    expect(text).not.toContain(unreachable.password);
  });

  it('sets up a database from an administrator’s address, and again without harm', async () => {
    // The roles belong to the server that other tests share, so they keep their passwords.
    writeFileSync(join(dataFolder, 'logins.json'), JSON.stringify(inject('testServer').passwords));
    const settings: DatabaseSettings = { kind: 'administered', adminUrl: db.adminUrl };
    expect((await run('setup', { settings })).text).toMatch(
      /applied {3}notes.*\nThe logins, roles and tables are in place\.$/,
    );
    expect((await run('setup', { settings })).text).toMatch(/^The database is up to date\.\nThe logins/);
  });

  it('sets up an embedded database, keeps it, and leaves nothing running', async () => {
    const settings: DatabaseSettings = { kind: 'embedded' };
    const modules = [sharedModule, notes];
    expect((await run('setup', { settings, modules })).exitCode).toBe(0);
    expect(await run('upgrade', { settings, modules })).toEqual(succeeds('The database is up to date.'));
    expect((await run('current', { settings, modules })).text).toContain(`notes/${second}`);
    expect(readdirSync(join(dataFolder, 'postgres/data'))).not.toContain('postmaster.pid');
  });
});
