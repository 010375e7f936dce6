import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, expectCleanCatalogue, type TestDatabase } from '../../testing/index.ts';
import { rolledBack } from '../../testing/isolation/rolled-back.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { TemporaryModule } from '../../testing/temporary-module.ts';
import { audit } from '../audit.ts';
import { dumpSchema } from '../dump/dump-schema.ts';
import { readLedger } from '../migrate/ledger.ts';
import { upgrade } from '../migrate/upgrade.ts';
import { sharedModule } from '../shared-module.ts';
import { backUp } from './back-up.ts';
import { becomeBackupRole } from './become-backup-role.ts';
import { restore } from './restore.ts';

const schemas = ['app', 'identity', 'notes', 'pgboss', 'public'];

describe('a backup', () => {
  let db: TestDatabase;
  let empty: TestDatabase;
  let notes: TemporaryModule;
  let folder: string;
  let file: string;
  const modules = () => [sharedModule, notes];
  beforeEach(async () => {
    notes = new TemporaryModule('notes', {
      '20260101T0000_notes': {
        up: `${notesFixture};
          create table notes.tree (
            id int generated always as identity primary key, parent_id int references notes.tree,
            twice int generated always as (id * 2) stored, note_id uuid references notes.notes
          );
          alter table notes.notes add column newest int references notes.tree;
          insert into notes.tree default values;
          alter table notes.tree enable row level security, force row level security;`,
      },
    });
    [db, empty] = await Promise.all([createTestDatabase(), createTestDatabase([], { empty: true })]);
    await upgrade({ ownerUrl: db.direct.owner, modules: modules() });
    folder = mkdtempSync(join(tmpdir(), 'commons-backup-'));
    file = join(folder, 'of-today.commons');
    await fill(db);
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    notes[Symbol.dispose]();
    await Promise.all([db[Symbol.asyncDispose](), empty[Symbol.asyncDispose]()]);
  });

  const into = (target: TestDatabase) => restore({ ownerUrl: target.direct.owner, modules: modules(), file });
  const waitsForLock = () =>
    expect
      .poll(
        () => db.admin`
          select from pg_stat_activity
          where datname = current_database() and usename = 'commons_owner' and wait_event_type = 'Lock'`,
        { timeout: 30_000 },
      )
      .toHaveLength(1);
  const tablesOf = async (target: TestDatabase) => {
    const tables = await target.admin<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = any (${schemas}) and tablename <> 'migrations' order by 1`;
    return Promise.all<[string, unknown[]]>(
      tables.map(
        async ({ name }): Promise<[string, unknown[]]> => [
          name,
          await target.admin.unsafe(`select row.*::text as row from ${name} as row order by 1`),
        ],
      ),
    );
  };

  it('restored, has the same rows, schema, ledger and rules, and serves people as before', async () => {
    const { tables, rows } = await backUp(db.direct.owner, file);
    expect(await into(empty)).toEqual({ tables, rows });

    const before = await tablesOf(db);
    expect(await tablesOf(empty)).toEqual(before);
    expect(before.flatMap(([, list]) => list)).toHaveLength(rows);
    expect(await dumpSchema(empty.adminUrl, schemas)).toBe(await dumpSchema(db.adminUrl, schemas));
    const ledger = async (target: TestDatabase) =>
      (await readLedger(target.admin)).map(({ module, revision, checksum }) => ({
        module,
        revision,
        checksum,
      }));
    expect(await ledger(empty)).toEqual(await ledger(db));
    await expectCleanCatalogue(empty.admin, ['app', 'identity', 'public']);

    const [row] = await empty.admin`insert into notes.tree default values returning id`;
    expect(row?.id).toBe(4);
    const people = await empty.admin`select id from users order by email`;
    const seen = await empty.database.asUser({ userId: String(people[0]?.id) }, (tx) =>
      tx.execute('select body from notes.notes'),
    );
    expect([...seen]).toEqual([{ body: 'a\\.\n\\.\n\ttab, “quotes” and \\n' }]);
  });

  it('is readable by its owner alone, and never takes the place of a file', async () => {
    await backUp(db.direct.owner, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(backUp(db.direct.owner, file)).rejects.toThrow('exists already. Name another file.');
  });

  it('shows one moment, while the service goes on writing', async () => {
    const writing = postgres(db.adminUrl, { max: 1 });
    let outcome: Promise<unknown> | undefined;
    await writing.begin(async (transaction) => {
      // Of the tables that a backup reads before it comes to users.
      await transaction`lock table notes.tree in access exclusive mode`;
      outcome = backUp(db.direct.owner, file);
      await waitsForLock();
      await transaction`insert into users (email) values ('late@example.org')`;
    });
    await writing.end();
    await outcome;
    await into(empty);
    expect(await empty.admin`select from users where email = 'late@example.org'`).toHaveLength(0);
    expect(await empty.admin`select from users`).toHaveLength(2);
  });

  it('leaves no file when the disk is full', async () => {
    symlinkSync('/dev/full', `${file}.part`);
    await expect(backUp(db.direct.owner, file)).rejects.toThrow(
      /the disk is full\. Free some space.*Nothing was kept\./,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no file when the connection is lost', async () => {
    await db.admin`insert into notes.notes (user_id, folder_id, body) select user_id, id, repeat('x', 1000000) from notes.folders, generate_series(1, 40)`;
    const held = postgres(db.adminUrl, { max: 1 });
    await held.begin(async (transaction) => {
      await transaction`lock table users in access exclusive mode`;
      const outcome = backUp(db.direct.owner, file).catch((error: unknown) => error);
      await waitsForLock();
      await db.admin`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'commons_owner'`;
      expect(String(await outcome)).toContain('The connection to the database was lost. Nothing was kept');
    });
    await held.end();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no file when it is stopped half-way', async () => {
    const held = postgres(db.adminUrl, { max: 1 });
    await held.begin(async (transaction) => {
      await transaction`lock table users in access exclusive mode`;
      const program = `import { backUp } from '${new URL('./back-up.ts', import.meta.url).href}';
        import { leaveOnSignal } from '${new URL('../connection/leave-on-signal.ts', import.meta.url).href}';
        const work = () => backUp(${JSON.stringify(db.direct.owner)}, ${JSON.stringify(file)});
        await leaveOnSignal({ stop: async () => {} }, work);`;
      const stopped = spawn(process.execPath, ['--input-type=module', '--eval', program]);
      const ended = once(stopped, 'exit');
      await waitsForLock();
      expect(readdirSync(folder)).toHaveLength(1);
      stopped.kill('SIGINT');
      expect(await ended).toEqual([130, null]);
    });
    await held.end();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes into an empty database only', async () => {
    await backUp(db.direct.owner, file);
    await expect(into(db)).rejects.toThrow(/is not empty: it has \d+ migrations\. Restore into an empty one/);
  });

  const refused = async (message: RegExp) => {
    await expect(into(empty)).rejects.toThrow(message);
    expect(
      await empty.admin`select from pg_class where relnamespace in ('public'::regnamespace) and relkind = 'r'`,
    ).toHaveLength(0);
  };
  const edited = (edit: (text: string) => string) => {
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    expect(edit(text)).not.toBe(text);
    writeFileSync(file, gzipSync(edit(text)));
  };

  it.each<[string, () => void, RegExp]>([
    ['cut off', () => writeFileSync(file, readFileSync(file).subarray(0, -40)), /is cut off/],
    [
      'cut off between two tables',
      () => edited((text) => text.slice(0, text.indexOf('\\.\n') + 3)),
      /is cut off/,
    ],
    ['damaged on the disk', () => flip(file), /is damaged/],
    ['edited', () => edited((text) => text.replace('person', 'parson')), /is damaged/],
    ['short of a row', () => edited((text) => text.replace(/\n[^\n]*person-1[^\n]*\n/, '\n')), /is damaged/],
    ['longer than it was', () => edited((text) => `${text}more\n`), /is cut off|is damaged/],
    ['no gzip', () => writeFileSync(file, 'PGDMP and so on'), /is no backup that "pnpm db backup" wrote/],
    ['gzip of something else', () => writeFileSync(file, gzipSync('create table t ();\n')), /is no backup/],
    ['gzip of one endless line', () => writeFileSync(file, gzipSync('x'.repeat(20_000_000))), /is no backup/],
    ['empty', () => writeFileSync(file, ''), /is no backup|is cut off/],
    ['missing', () => rmSync(file), /There is no file/],
    ['a folder', () => rmSync(file) ?? mkdirSync(file), /is a folder/],
    [
      'from a newer tool',
      () => edited((text) => text.replace('"version":1', '"version":2')),
      /written by a newer version.*Restore it with the checkout/,
    ],
    [
      'of migrations that nobody knows here',
      () => notes.remove('20260101T0000_notes'),
      /The backup has migration notes\/20260101T0000_notes, which this checkout does not know/,
    ],
    [
      'of migrations that were edited since',
      () => notes.write('20260101T0000_notes', 'select 1'),
      /was edited after it had been applied/,
    ],
  ])('that is %s is refused, and nothing changes', async (_, spoil, message) => {
    await backUp(db.direct.owner, file);
    spoil();
    await refused(message);
  });

  it('whose rows do not fit is taken back as a whole', async () => {
    await db.admin`alter table notes.folders disable trigger all`;
    await db.admin`alter table users disable trigger all`;
    await db.admin`delete from users where email = 'person-1@example.org'`;
    await backUp(db.direct.owner, file);
    await refused(/violates foreign key constraint.*Nothing was changed/s);
  });

  it('of tables that somebody changed by hand is refused', async () => {
    await db.admin`alter table notes.notes add column by_hand int`;
    await backUp(db.direct.owner, file);
    await refused(/tables in the backup are not those that its migrations make\. Nothing was changed/);
  });

  it('of an older checkout is restored to where it was, and upgraded from there', async () => {
    await backUp(db.direct.owner, file);
    notes.write('20270101T0000_more', 'alter table notes.notes add column more int');
    await into(empty);
    const applied = await upgrade({ ownerUrl: empty.direct.owner, modules: modules() });
    expect(applied.map(({ revision }) => revision)).toEqual(['20270101T0000_more']);
  });

  it('is not made in the name of a role that policies bind', async () => {
    // Taken back at once: the role belongs to every database of the server.
    await rolledBack(db.admin, async (transaction) => {
      await transaction`alter role commons_backup nobypassrls`;
      await expect(becomeBackupRole(transaction)).rejects.toThrow(
        /commons_backup, .* is not set up\. Run "pnpm db setup"/,
      );
    });
  });
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.length - 60;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

async function fill(db: TestDatabase): Promise<void> {
  for (const number of [1, 2]) {
    const { id } = await db.createUser({ email: `person-${number}@example.org` });
    await db.admin`
      with folder as (insert into notes.folders (user_id, name) values (${id}, 'mine') returning id),
        note as (
          insert into notes.notes (user_id, folder_id, body)
          select ${id}, id, ${'a\\.\n\\.\n\ttab, “quotes” and \\n'} from folder returning id
        )
      insert into notes.tree (parent_id, note_id) select 1, id from note`;
    await db.admin`update notes.notes set newest = 2`;
    await db.database.asUser({ userId: id }, (tx) =>
      audit(tx, { action: 'note_created', resourceType: 'note' }),
    );
  }
}
