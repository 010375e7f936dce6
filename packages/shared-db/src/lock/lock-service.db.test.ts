import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { withConnection } from '../connection/with-connection.ts';
import { openDatabase } from '../context/open-database.ts';
import type { Tx } from '../context/run-in-transaction.ts';
import { downgrade } from '../migrate/downgrade.ts';
import { upgrade } from '../migrate/upgrade.ts';
import { users } from '../schema/users.ts';
import { openServiceDatabase } from '../service/open-service-database.ts';
import { lockService, unlockService } from './lock-service.ts';
import { readLock } from './read-lock.ts';

const readOnly = '25006';
// A pool notices a moment later that its connections are gone.
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 });

const pool = <T extends { close(): Promise<void> }>(opened: T) =>
  Object.assign(opened, { [Symbol.asyncDispose]: () => opened.close() });

describe('a locked service', () => {
  let db: TestDatabase;
  let userId: string;
  beforeEach(async () => {
    db = await createTestDatabase([], { max: 1 });
    userId = (await db.createUser()).id;
  });
  afterEach(() => db[Symbol.asyncDispose]());

  const rename = (tx: Tx) => tx.update(users).set({ fullName: 'Other' }).where(sql`true`);
  const asUser = <T>(work: (tx: Tx) => Promise<T>) => db.database.asUser({ userId }, work);
  const lock = () => lockService(db.adminUrl, 'moving “house”, it’s today');

  it('reads, and writes neither for people nor for itself', async () => {
    await lock();
    await poll(() => errorCode(() => asUser(rename))).toBe(readOnly);
    await poll(() => errorCode(() => db.service.asService('test', rename))).toBe(readOnly);
    expect(await asUser((tx) => tx.select({ id: users.id }).from(users))).toEqual([{ id: userId }]);
    expect(
      await errorCode(() => asUser((tx) => tx.execute(sql`select app.audit('a', 'b', null, null)`))),
    ).toBe(readOnly);
  });

  it('says since when and why', async () => {
    expect(await readLock(db.admin)).toBeUndefined();
    await lock();
    expect(await readLock(db.admin)).toEqual({
      since: expect.stringMatching(/^\d{4}-.*Z$/),
      reason: 'moving “house”, it’s today',
    });
    await unlockService(db.adminUrl);
    expect(await readLock(db.admin)).toBeUndefined();
  });

  it('keeps the time and the reason of the first of two locks', async () => {
    expect(await lock()).toBeUndefined();
    const first = await readLock(db.admin);
    expect(await lockService(db.adminUrl, 'another')).toEqual(first);
    expect(await readLock(db.admin)).toEqual(first);
    expect(await unlockService(db.adminUrl)).toEqual(first);
  });

  it.each(['C:\\new\\', "\\' or it's", 'two\nlines', 'a=b, "c" {d}', ''])(
    'keeps every character of a reason: %j',
    async (reason) => {
      await lockService(db.adminUrl, reason);
      expect(await readLock(db.admin)).toMatchObject({ reason });
    },
  );

  it('ends what was still writing, and keeps nothing of it', async () => {
    const { promise: written, resolve } = Promise.withResolvers<unknown>();
    const late = asUser(async (tx) => {
      await rename(tx);
      resolve((await tx.execute(sql`select pg_backend_pid() as pid`))[0]?.pid);
      await new Promise(() => {});
    });
    const outcome = errorCode(() => late);
    const pid = Number(await written);
    await lock();
    expect(await db.admin`select from pg_stat_activity where pid = ${pid}`).toHaveLength(0);
    expect(await outcome).toBeDefined();
    expect(await db.admin`select from users where full_name = 'Other'`).toHaveLength(0);
  });

  it.each([
    'set transaction read write',
    `select set_config('transaction_read_only', 'off', true)`,
    `select set_config('transaction_read_only', 'off', false)`,
  ])('cannot be talked out of it from inside a context: %s', async (statement) => {
    await lock();
    await poll(() => errorCode(() => asUser(rename))).toBe(readOnly);
    expect(await errorCode(() => asUser((tx) => tx.execute(sql.raw(statement))))).toBe('25001');
    expect(
      await errorCode(() =>
        asUser(async (tx) => {
          await tx.transaction((inner) => inner.execute(sql.raw(statement))).catch(() => {});
          await rename(tx);
        }),
      ),
    ).toBe(readOnly);
  });

  it('is so again on a connection whose default somebody has changed', async () => {
    await lock();
    await poll(() => errorCode(() => asUser(rename))).toBe(readOnly);
    const backend = (tx: Tx) =>
      tx.execute(
        sql`select pg_backend_pid() as pid, current_setting('default_transaction_read_only') as preset`,
      );
    const [before] = await asUser(backend);
    await asUser((tx) => tx.execute(sql`select set_config('default_transaction_read_only', 'off', false)`));
    expect(await asUser(backend)).toMatchObject([{ pid: before?.pid, preset: 'on' }]);
    expect(await errorCode(() => asUser(rename))).toBe(readOnly);
  });

  it('is not lifted by the login that it locks', async () => {
    await lock();
    const before = await readLock(db.admin);
    const database = new URL(db.adminUrl).pathname.slice(1);
    for (const [login, url] of [
      ['commons_app', db.direct.app],
      ['commons_service', db.direct.service],
    ]) {
      await withConnection(url ?? '', async (raw) => {
        await raw.unsafe('begin read write');
        await raw.unsafe(`alter role ${login} in database ${database} reset all`);
        await raw.unsafe(
          `alter role ${login} in database ${database} set default_transaction_read_only = off`,
        );
        await raw.unsafe('commit');
        for (const change of ['reset all', `set "commons.locked_since" = ''`]) {
          expect(await errorCode(() => raw.unsafe(`alter database ${database} ${change}`))).toMatch(
            /42501|25006/,
          );
        }
      });
    }
    expect(await readLock(db.admin)).toEqual(before);
    await using app = pool(openDatabase({ url: db.direct.app, max: 1 }));
    await using service = pool(openServiceDatabase({ url: db.direct.service, max: 1 }));
    expect(await errorCode(() => app.asUser({ userId }, rename))).toBe(readOnly);
    expect(await errorCode(() => service.asService('test', rename))).toBe(readOnly);
  });

  it('is migrated by its owner all the same', async () => {
    await lock();
    await downgrade({ ownerUrl: db.direct.owner, modules: db.modules });
    expect(await upgrade({ ownerUrl: db.direct.owner, modules: db.modules })).toHaveLength(1);
  });

  it('is an affair of its own database', async () => {
    await using other = await createTestDatabase();
    await lock();
    expect((await other.createUser()).id).toBeDefined();
    expect(await readLock(other.admin)).toBeUndefined();
  });

  it('writes again once it is unlocked', async () => {
    await lock();
    await poll(() => errorCode(() => asUser(rename))).toBe(readOnly);
    await unlockService(db.adminUrl);
    await poll(() => errorCode(() => asUser(rename))).toBeUndefined();
    await poll(() => errorCode(() => db.service.asService('test', rename))).toBeUndefined();
  });
});
