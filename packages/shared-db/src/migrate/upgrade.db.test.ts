import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { TemporaryModule } from '../../testing/temporary-module.ts';
import { loginUrl } from '../connection/logins.ts';
import { downgrade } from './downgrade.ts';
import { current, history } from './history.ts';
import { upgrade } from './upgrade.ts';

const first = '20260101T0000_notes';
const second = '20260102T0000_tags';
const third = '20260103T0000_more_tags';

describe('upgrade and downgrade', () => {
  let db: TestDatabase;
  let notes: TemporaryModule;
  let ownerUrl: string;
  beforeAll(async () => {
    db = await createTestDatabase([], { empty: true });
    ownerUrl = db.logins.owner;
  });
  afterAll(() => db[Symbol.asyncDispose]());

  beforeEach(() => {
    notes = new TemporaryModule('notes', {
      [first]: {
        up: 'create schema notes; create table notes.notes (id int);',
        down: 'drop schema notes cascade;',
      },
      [second]: { up: 'create table notes.tags (id int);', down: 'drop table notes.tags;' },
      [third]: { up: 'alter table notes.tags add name text;', down: 'alter table notes.tags drop name;' },
    });
  });
  afterEach(async () => {
    await db.admin`drop schema if exists notes cascade`;
    await db.admin`drop table if exists app.migrations`;
    notes[Symbol.dispose]();
  });

  const options = () => ({ ownerUrl, modules: [notes] });
  const up = async (target?: string) => (await upgrade(options(), target)).map((one) => one.revision);
  const down = async (target?: string) => (await downgrade(options(), target)).map((one) => one.revision);
  const tables = async () => {
    const rows =
      await db.admin`select relname as name from pg_class where relnamespace = to_regnamespace('notes') order by 1`;
    return rows.map((row) => row.name);
  };

  it('applies what is pending in order, and then nothing', async () => {
    expect(await up()).toEqual([first, second, third]);
    expect(await tables()).toEqual(['notes', 'tags']);
    expect(await up()).toEqual([]);
  });

  it('stops after the revision that was asked for, by its name or its time stamp', async () => {
    expect(await up(first)).toEqual([first]);
    expect(await up('20260102T0000')).toEqual([second]);
    expect(await up(`notes/${third}`)).toEqual([third]);
  });

  it('takes back the last one, the last few, down to a revision, or all', async () => {
    await up();
    expect(await down()).toEqual([third]);
    await up();
    expect(await down('-2')).toEqual([third, second]);
    await up();
    expect(await down(first)).toEqual([third, second]);
    await up();
    expect(await down('base')).toEqual([third, second, first]);
    expect(await tables()).toEqual([]);
    expect(await down('base')).toEqual([]);
  });

  it('refuses to take back more than there is, or down to what it does not have', async () => {
    await up(first);
    await expect(down('-2')).rejects.toThrow(/only 1 migrations to take back/);
    await expect(down(second)).rejects.toThrow(/no revision "20260102T0000_tags".*pnpm db history/);
    await expect(up('nonsense')).rejects.toThrow(/no revision "nonsense".*pnpm db history/);
    expect(await tables()).toEqual(['notes']);
  });

  it('lists what is applied and what is to come', async () => {
    await up(second);
    expect(
      (await history(options())).map((entry) => [entry.revision, entry.appliedAt instanceof Date]),
    ).toEqual([
      [first, true],
      [second, true],
      [third, false],
    ]);
    expect((await current(options())).map((entry) => entry.revision)).toEqual([second]);
  });

  it('takes a migration that fails back whole, keeps the earlier ones, and goes on once it is corrected', async () => {
    notes.write(second, 'create table notes.tags (id int); select 1 / 0; create table notes.never (id int);');
    await expect(up()).rejects.toThrow(
      /Migration notes\/20260102T0000_tags failed and was rolled back: division by zero/,
    );
    expect(await tables()).toEqual(['notes']);
    notes.write(second, 'create table notes.tags (id int);', 'drop table notes.tags;');
    expect(await up()).toEqual([second, third]);
  });

  it('takes a downgrade that fails back whole', async () => {
    notes.write(
      third,
      'alter table notes.tags add name text;',
      'alter table notes.tags drop name; select 1 / 0;',
    );
    await up();
    await expect(down()).rejects.toThrow(
      /Migration notes\/20260103T0000_more_tags failed and was rolled back/,
    );
    expect((await current(options()))[0]?.revision).toBe(third);
  });

  it('finds no fault with a migration during which the connection is lost, and goes on with it', async () => {
    notes.write(second, 'create table notes.tags (id int); select pg_sleep(600);');
    const outcome = up();
    const cutOff = () => db.admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'commons_owner' and query like '%pg_sleep%'`;
    await Promise.all([
      expect(outcome).rejects.toThrow(
        'Migration notes/20260102T0000_tags was broken off: the connection to the database was lost. Run this again.',
      ),
      expect.poll(cutOff, { timeout: 20_000 }).toHaveLength(1),
    ]);
    notes.write(second, 'create table notes.tags (id int);', 'drop table notes.tags;');
    expect(await up()).toEqual([second, third]);
  });

  it('refuses a database whose applied migration was edited afterwards, in either direction', async () => {
    await up();
    notes.write(second, 'create table notes.tags (id bigint);', 'drop table notes.tags;');
    for (const attempt of [up, down, () => history(options())]) {
      await expect(attempt()).rejects.toThrow(
        /notes\/20260102T0000_tags was edited after it had been applied. Restore it/,
      );
    }
  });

  it('refuses a database that has a migration which this checkout does not know', async () => {
    await up();
    notes.remove(third);
    for (const attempt of [() => up(), () => down('base')]) {
      await expect(attempt()).rejects.toThrow(
        /notes\/20260103T0000_more_tags, which this checkout does not know. Check out/,
      );
    }
  });

  it('tells the second of two at once to wait, or lets it wait', async () => {
    const holder = postgres(ownerUrl, { max: 1 });
    await holder`select pg_advisory_lock(${0x636f6d6d})`;
    await expect(up()).rejects.toThrow(/Another process is migrating this database right now. Wait/);
    await expect(upgrade({ ...options(), waitMs: 50 })).rejects.toThrow(/Another process is migrating/);
    const waiting = upgrade({ ...options(), waitMs: 20_000 });
    await holder.end();
    expect(await waiting).toHaveLength(3);
  });

  it('waits for nobody where nothing is to be applied: a backup takes its time', async () => {
    await up();
    const holder = postgres(ownerUrl, { max: 1 });
    await holder`select pg_advisory_lock(${0x636f6d6d})`;
    const outcome = await up().finally(() => holder.end());
    expect(outcome).toEqual([]);
  });

  it('applies each migration once when several processes start together', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => upgrade({ ...options(), waitMs: 20_000 })));
    expect(all.flat().map((one) => one.revision)).toEqual([first, second, third]);
  });

  it('names the address but no password when it cannot get in, and says what to do', async () => {
    const message = async (url: string) =>
      upgrade({ ownerUrl: url, modules: [notes] }).then(
        () => 'it worked',
        (error: Error) => error.message,
      );
    const nowhere = new URL(ownerUrl);
    nowhere.port = '1';
    const { password } = new URL(ownerUrl);
    expect(await message(nowhere.href)).toMatch(
      /^Cannot use the database at postgres:\/\/commons_owner@.*:1\/test_.*Start PostgreSQL/,
    );
    expect(await message(loginUrl(ownerUrl, 'commons_owner', 'wrong-secret'))).toMatch(
      /the password is wrong. Correct it/,
    );
    expect(await message(loginUrl(ownerUrl, 'commons_owner', password, 'no_such_database'))).toMatch(
      /does not exist. Create it/,
    );
    for (const url of [nowhere.href, loginUrl(ownerUrl, 'commons_owner', 'wrong-secret')]) {
      expect(await message(url)).not.toMatch(new RegExp(`${password}|wrong-secret`));
    }
  });
});
