import { tmpdir } from 'node:os';
import type { Sql } from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { runDatabaseCli } from '../cli/run-database-cli.ts';
import { lockService } from '../lock/lock-service.ts';
import type { Check, Patient } from './check.ts';
import { backupRole } from './checks/backup-role.ts';
import { clock } from './checks/clock.ts';
import { connections } from './checks/connections.ts';
import { disk } from './checks/disk.ts';
import { server } from './checks/server.ts';
import { stuckTransactions } from './checks/stuck-transactions.ts';

describe('pnpm db doctor', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase();
  });
  afterEach(() => db[Symbol.asyncDispose]());

  async function doctor({ app, service }: { app?: string; service?: string } = {}) {
    const lines: string[] = [];
    const exitCode = await runDatabaseCli(['doctor'], {
      modules: db.modules,
      settings: { kind: 'given', ...db.direct, ...(app && { app }), ...(service && { service }) },
      dataFolder: tmpdir(),
      seed: async () => {},
      print: (line) => lines.push(line),
    });
    return { exitCode, lines, wrong: lines.filter((line) => line.startsWith('WRONG')) };
  }

  it('finds nothing wrong with a database as it should be, in one line for each check', async () => {
    const { exitCode, lines, wrong } = await doctor();
    expect(wrong).toEqual([]);
    expect({ exitCode, last: lines.at(-1) }).toEqual({ exitCode: 0, last: 'Nothing is wrong.' });
    expect(lines.slice(0, -1).map((line) => line.slice(7).split(':')[0])).toEqual([
      ...['server', 'logins', 'presets', 'migrations', 'schema', 'rules', 'lock', 'backup', 'clock'],
      ...['connections', 'transactions', 'indexes', 'disk'],
    ]);
  });

  it.each([
    [
      'delete from app.migrations where position = 1',
      /migrations: 1 are not applied: shared-db\/.*Run "pnpm db upgrade"/,
    ],
    [
      `update app.migrations set checksum = 'other' where position = 1`,
      /migrations: .* was edited after it had been applied/,
    ],
    [
      `update app.migrations set revision = '20990101T0000_x' where position = 1`,
      /migrations: .*this checkout does not know/,
    ],
    [
      'alter table users add column nick text',
      /schema: differs from schema.txt of shared-db \(first: nick text\)/,
    ],
    [
      'alter table users no force row level security',
      /rules: the lint finds 1, first row-security: (public\.)?users/,
    ],
    [
      `update pg_index set indisvalid = false where indexrelid = 'users_pkey'::regclass`,
      /indexes: not valid: .*users_pkey\. Rebuild/,
    ],
  ])('finds it after: %s', async (change, message) => {
    await db.admin.unsafe(change);
    const { exitCode, wrong } = await doctor();
    expect(exitCode).toBe(1);
    expect(wrong).toContainEqual(expect.stringMatching(message));
  });

  it('finds a login that does not work, and one that policies do not bind', async () => {
    const badPassword = (address: string) => {
      const url = new URL(address);
      url.password = 'wrong';
      return url.href;
    };
    const { app, service, owner } = db.direct;
    for (const addresses of [{ app: badPassword(app) }, { service: badPassword(service) }]) {
      expect((await doctor(addresses)).wrong).toEqual([
        expect.stringMatching(/^WRONG {2}logins: .*pnpm db setup/),
      ]);
    }
    expect((await doctor({ app: owner })).wrong).toEqual([
      expect.stringMatching(/^WRONG {2}logins: The app login/),
    ]);
  });

  it('finds a transaction that goes on for minutes, and sooner one that was forgotten', async () => {
    const database = new URL(db.adminUrl).pathname.slice(1);
    // A server whose clock is ahead, as whoever connects from then on sees it.
    await db.admin`create schema ahead`;
    const passes = async (minutes: number) => {
      await db.admin.unsafe(`
        create or replace function ahead.now() returns timestamptz language sql as
          'select pg_catalog.now() + interval ''${minutes} minutes''';
        alter database ${database} set search_path = ahead, pg_catalog, public`);
      return stuckTransactions.run({ provided: { adminUrl: db.adminUrl } } as Patient);
    };
    const states = () => db.admin`select state from pg_stat_activity where pid = any (${pids})`;
    const pids: number[] = [];
    const open = db.admin.begin(async (transaction) => {
      const [row] = await transaction<[{ pid: number }]>`select pg_backend_pid() as pid`;
      pids.push(row.pid);
      const found = (state: string) => ({
        state: 'wrong',
        text: expect.stringContaining(`(process ${row.pid}), ${state}`),
      });
      expect(await passes(0)).toMatchObject({ state: 'ok' });
      expect(await passes(2)).toMatchObject(found('idle in transaction'));
      const busy = transaction`select pg_sleep(3600)`.execute();
      busy.catch(() => {});
      await expect.poll(states).toEqual([{ state: 'active' }]);
      expect(await passes(2)).toMatchObject({ state: 'ok' });
      expect(await passes(6)).toMatchObject(found('active'));
      await db.admin`select pg_cancel_backend(${row.pid})`;
      await busy;
    });
    await expect(open).rejects.toMatchObject({ code: '57014' });
  });

  it.each([
    ['reset all', undefined],
    ['set statement_timeout = 0', /presets: commons_app has statement_timeout,/],
    ['set "app.user_id" = \'somebody\'', /presets: commons_app has app\.user_id,/],
    ['set default_transaction_read_only = on', /presets: commons_app has default_transaction_read_only,/],
  ])('finds what a login has preset for itself: %s', async (change, message) => {
    const database = new URL(db.adminUrl).pathname.slice(1);
    await db.admin.unsafe(`alter role commons_app in database ${database} ${change}`);
    const { wrong } = await doctor();
    expect(wrong.filter((line) => /^WRONG +presets:/.test(line))).toEqual(
      message ? [expect.stringMatching(message)] : [],
    );
  });

  it('says that the service is locked, which is not wrong', async () => {
    await lockService(db.adminUrl, 'moving house');
    const { exitCode, lines } = await doctor();
    expect(exitCode).toBe(0);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^note {3}lock: the service is read-only since .* \(moving house\)\. "pnpm db unlock"/,
      ),
    );
  });
});

describe('what cannot be arranged on a real server', () => {
  const runOn = (check: Check, row: object) => {
    const owner = (() => Promise.resolve([row])) as unknown as Sql;
    return check.run({ owner, provided: { description: 'test' } } as Patient);
  };

  it.each<[Check, object, string]>([
    [server, { version: '14.9', number: 140_009 }, 'wrong'],
    [server, { version: '15.18', number: 150_018 }, 'ok'],
    [clock, { ms: String(Date.now() + 60_000) }, 'wrong'],
    [clock, { ms: String(Date.now() - 60_000) }, 'wrong'],
    [
      clock,
      {
        get ms() {
          return String(Date.now());
        },
      },
      'ok',
    ],
    [backupRole, { ready: false }, 'note'],
    [backupRole, { ready: true }, 'ok'],
    [connections, { max: 97, used: 90 }, 'wrong'],
    [connections, { max: 97, used: 10 }, 'ok'],
  ])('is seen: %o %o', async (check, row, state) => {
    expect(await runOn(check, row)).toMatchObject({ state });
  });

  it('is seen of a disk that is full', async () => {
    // File systems that the kernel makes up have no room for anything.
    const dataFolder = process.platform === 'linux' ? '/proc' : '/dev';
    expect(await disk.run({ dataFolder } as Patient)).toMatchObject({ state: 'wrong' });
    expect(await disk.run({ dataFolder: tmpdir() } as Patient)).toMatchObject({ state: 'ok' });
  });
});
