import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { keepLoginPasswords } from '../connection/login-passwords.ts';
import { loginsAt } from '../connection/logins.ts';
import { setUpDatabaseRights, setUpRoles } from '../connection/set-up-roles.ts';
import { removeClusterHome } from '../embedded/cluster-home.ts';
import { type Cluster, startCluster } from '../embedded/start-cluster.ts';
import { upgrade } from '../migrate/upgrade.ts';
import { sharedModule } from '../shared-module.ts';
import { PoolTimeoutError } from './context-errors.ts';
import { type Database, openDatabase } from './open-database.ts';

const one = (database: Database) => database.asAnon((tx) => tx.execute(sql`select 1 as one`));

/** Occupies a connection until it is told to let go. */
function occupy(database: Database) {
  const taken = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const done = database.asAnon(async () => {
    taken.resolve();
    await letGo.promise;
  });
  return { taken: taken.promise, letGo: letGo.resolve, done };
}

describe('the pool', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db[Symbol.asyncDispose]());

  // Around a pooler, which has its own mind about the connections that PostgreSQL sees.
  const open = (options: { max: number; waitTimeoutMs?: number }) =>
    openDatabase({ url: db.direct.app, applicationName: 'pool test', ...options });

  it('tells a caller who waited too long so, and serves the next one', async () => {
    const database = open({ max: 1, waitTimeoutMs: 20 });
    const holder = occupy(database);
    await holder.taken;
    const error = await one(database).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PoolTimeoutError);
    expect(error).toMatchObject({ waitedMs: 20 });
    holder.letGo();
    await holder.done;
    expect(await one(database)).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('never opens more connections than it may', async () => {
    const database = open({ max: 2 });
    await Promise.all(Array.from({ length: 50 }, () => one(database)));
    const [row] = await db.admin`
      select count(*)::int as open from pg_stat_activity where application_name = 'pool test' and datname = current_database()`;
    expect(row?.open).toBe(2);
    await database.close();
  });

  it('serves those who wait in their order', async () => {
    const database = open({ max: 1 });
    const order: number[] = [];
    const callers = Array.from({ length: 20 }, (_, index) => index);
    await Promise.all(callers.map((caller) => database.asAnon(async () => order.push(caller))));
    expect(order).toEqual(callers);
    await database.close();
  });

  it('lets running work finish when it closes, and refuses those who wait and those who come', async () => {
    const database = open({ max: 1 });
    const holder = occupy(database);
    await holder.taken;
    const waiting = one(database).catch((error: unknown) => error);
    const closing = database.close();
    expect(await waiting).toMatchObject({ message: 'The database pool is closed.' });
    await expect(one(database)).rejects.toThrow('The database pool is closed.');
    holder.letGo();
    await holder.done;
    await closing;
  });

  it('closes a connection whose transaction did not end as it should have', async () => {
    const database = openDatabase({ url: db.direct.app, max: 1, applicationName: 'suspect' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const swallowed = database.asAnon(
        async (tx) => void (await errorCode(() => tx.execute(sql`select 1 / 0`))),
      );
      expect(await errorCode(() => swallowed)).toBe('22012');
    }
    expect(await one(database)).toEqual([{ one: 1 }]);
    await expect
      .poll(() => db.admin`select from pg_stat_activity where application_name = 'suspect'`)
      .toHaveLength(1);
    await database.close();
  });

  it('gives a connection back after a parameter that cannot be sent', async () => {
    const database = open({ max: 1 });
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    for (const value of [undefined, circular, Symbol('none')]) {
      expect(
        await errorCode(() => database.asAnon((tx) => tx.execute(sql`select ${sql.param(value)}::jsonb`))),
      ).toBeDefined();
      expect(await one(database)).toEqual([{ one: 1 }]);
    }
    await database.close();
  });

  it('says so at once when nothing listens, and is not worn out by it', async () => {
    const nowhere = new URL(db.logins.app);
    nowhere.port = '1';
    const database = openDatabase({ url: nowhere.href, max: 1, waitTimeoutMs: 1_000 });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await errorCode(() => one(database))).toBe('ECONNREFUSED');
    }
    await database.close();
  });
});

describe('a database that is restarted', () => {
  let folder: string;
  let cluster: Cluster;
  let database: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'commons-restart-'));
    await start();
    const passwords = keepLoginPasswords(join(folder, 'logins.json'));
    await setUpRoles(cluster.superuserUrl, passwords);
    await setUpDatabaseRights(cluster.superuserUrl);
    const logins = loginsAt(cluster.superuserUrl, passwords);
    await upgrade({ ownerUrl: logins.owner, modules: [sharedModule] });
    database = openDatabase({ url: logins.app, max: 2 });
  });
  afterEach(async () => {
    await database?.close();
    // Without effect when a test has left it stopped.
    await cluster?.stop().catch(() => {});
    removeClusterHome(join(folder, 'postgres'));
    rmSync(folder, { recursive: true });
  });

  const start = async (preferredPort = 0) => {
    cluster = await startCluster({ folder: join(folder, 'postgres'), preferredPort, disposable: true });
  };

  it('fails the callers it had, and serves those who come afterwards', async () => {
    await one(database);
    const holder = occupy(database);
    const failed = errorCode(() => holder.done);
    await holder.taken;
    const { port } = cluster;
    await cluster.stop();
    expect(await failed).toMatch(/CONNECTION_CLOSED|57P01|ECONNRESET|EPIPE/);
    expect(await errorCode(() => one(database))).toMatch(
      /ECONNREFUSED|CONNECTION_CLOSED|57P01|ECONNRESET|EPIPE/,
    );

    await start(port);
    expect(cluster.port).toBe(port);
    expect(await one(database)).toEqual([{ one: 1 }]);
    holder.letGo();
  });
});
