import { once } from 'node:events';
import { connect } from 'node:net';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { lockService } from './lock-service.ts';

const gate = 4711;
const patience = { timeout: 30_000 };

describe('a lock that meets a login under way', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await createTestDatabase();
  });
  afterEach(() => db[Symbol.asyncDispose]());

  /** When the lock has looked, each time anew; it sleeps between two looks. */
  const looks = () =>
    db.admin<{ at: Date }[]>`
      select query_start as at from pg_stat_activity
      where datname = current_database() and query = 'select pg_sleep(0.1)'`;

  it('waits until it is ready, and ends it then', async () => {
    const [server] = await db.admin<[{ version: number }]>`
      select current_setting('server_version_num')::int as version`;
    // Nothing can hold a login of an older server between its presets and its first statement.
    if (server.version < 170_000) return;
    await db.admin.unsafe(`
      create function public.hold_login() returns event_trigger language plpgsql security definer set lock_timeout = 0 as $$
      begin
        if session_user = 'commons_app' then perform pg_advisory_xact_lock_shared(${gate}); end if;
      end $$;
      create event trigger hold_login on login execute function public.hold_login()`);
    const keeper = await db.admin.reserve();
    await keeper`select pg_advisory_lock(${gate})`;
    const late = postgres(db.direct.app, { max: 1, fetch_types: false, onclose: () => undefined });
    const held = () =>
      db.admin<{ pid: number }[]>`
        select pid from pg_stat_activity
        where usename = 'commons_app' and datname = current_database() and wait_event = 'advisory'`;
    try {
      const answer = errorCode(() => late`select pg_sleep(60)`);
      await expect.poll(held, patience).toHaveLength(1);
      const waiting = await held();
      let isLocked = false;
      const locking = lockService(db.adminUrl, 'a login is under way').then(() => {
        isLocked = true;
      });
      const seen = new Set<number>();
      await expect
        .poll(async () => {
          for (const { at } of await looks()) seen.add(at.getTime());
          // Done too early, it is never asked as often.
          return isLocked ? 0 : seen.size;
        }, patience)
        .toBeGreaterThan(4);
      expect(await held()).toEqual(waiting);
      await keeper`select pg_advisory_unlock(${gate})`;
      await locking;

      expect(await db.admin`select from pg_stat_activity where pid = ${waiting[0]?.pid ?? 0}`).toHaveLength(
        0,
      );
      expect(await answer).toBeDefined();
    } finally {
      keeper.release();
      await late.end({ timeout: 0 });
    }
  });

  it('does not wait for somebody who never says their password', async () => {
    const { hostname, port, pathname } = new URL(db.direct.app);
    const stranger = connect(Number(port), hostname);
    try {
      const startup = Buffer.from(`\0\0\0\0\0\x03\0\0user\0commons_app\0database\0${pathname.slice(1)}\0\0`);
      startup.writeInt32BE(startup.length);
      stranger.write(startup);
      // The server asks for the password.
      expect(String((await once(stranger, 'data'))[0]).charAt(0)).toBe('R');
      await lockService(db.adminUrl, 'somebody does not go on');
    } finally {
      stranger.destroy();
    }
  });
});
