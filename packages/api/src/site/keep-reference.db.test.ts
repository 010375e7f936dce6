import { users } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReferenceContext } from '../define-app.ts';
import { AppError } from '../errors/app-error.ts';
import { openLog } from '../log.ts';
import { keepReference } from './keep-reference.ts';

const id = '019aa5c0-0000-7000-8000-0000000000cc';

let db: TestDatabase;
let lines: string[];
beforeEach(async () => {
  db = await createTestDatabase();
  lines = [];
});
afterEach(() => db?.[Symbol.asyncDispose]());

const reference = ({ service }: ReferenceContext) =>
  service.asService('reference data', async (tx) => {
    await tx.insert(users).values({ id, email: 'everybody@example.org' }).onConflictDoNothing();
  });
const keep = (apps = [{ name: 'plain' }, { name: 'sample', reference }]) =>
  keepReference({
    apps,
    service: db.service,
    log: openLog({
      level: 'info',
      destination: { write: (line) => lines.push(JSON.parse(line).msg as string) },
    }),
    retryMs: 10,
  });
const isThere = async () => (await db.admin`select 1 from public.users where id = ${id}`).length === 1;
const preset = async (change: string) => {
  const [row] = await db.admin<[{ name: string }]>`select quote_ident(current_database()) as name`;
  await db.admin.unsafe(`alter database ${row.name} ${change}`);
};
const lock = () => preset(`set "commons.locked_since" = '2026-05-03T10:00:00Z'`);
const unlock = () => preset('reset "commons.locked_since"');

describe('reference data', () => {
  it('is there before anything else begins, and the same when it comes again', async () => {
    await keep();
    expect(await isThere()).toBe(true);
    await Promise.all([keep(), keep()]);

    expect(lines).toEqual([]);
  });

  it('waits quietly while the database is locked, and comes in when it is unlocked', async () => {
    await lock();
    const kept = await keep();
    expect(await isThere()).toBe(false);
    await unlock();

    await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
    await expect
      .poll(() => lines)
      .toEqual([
        'reference data waits: the database is read-only',
        'the database writes again, and reference data is there',
      ]);
    kept.stop();
  });

  it('does not come in any more once it was told to stop', async () => {
    await lock();
    const kept = await keep();
    kept.stop();
    await unlock();
    let others = 0;
    const other = {
      name: 'other',
      // Waits as long as the first one would have, and longer.
      reference: async () => {
        others += 1;
        if (others < 20) throw new AppError('READ_ONLY');
      },
    };
    await keep([other]);
    await expect.poll(() => others, { timeout: 10_000 }).toBe(20);

    expect(await isThere()).toBe(false);
  });

  it('that is wrong in itself keeps the process from starting', async () => {
    const wrong = { name: 'wrong', reference: () => Promise.reject(new Error('Raise "version".')) };

    await expect(keep([wrong])).rejects.toThrow('Raise "version".');
  });
});
