import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { constantFrom, nat, record, sample } from 'fast-check';
import type { Notice } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { sessions } from '../identity/sessions.ts';
import { openDatabase } from './open-database.ts';
import type { Tx } from './run-in-transaction.ts';

const contexts = 10_000;
const people = 25;
const seed = 20261121;
/** Every so many contexts somebody's connection is killed from outside, in whatever it is doing. */
const killEvery = 100;

const kinds = [
  'one insert',
  'one insert',
  'one list',
  'one list',
  'insert and list',
  'queries at once',
  'insert that is refused',
  'parameter that cannot be sent',
  'throw after an insert',
  'forgotten query',
  'session of somebody else',
] as const;
type Kind = (typeof kinds)[number];

interface Outcome {
  kind: Kind;
  name: string;
  code: string | undefined;
  owners: string[];
  userId: string;
}

describe('ten thousand contexts of many people, with faults', () => {
  let db: TestDatabase;
  const persons: { userId: string; sessionId: string }[] = [];
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
    for (let count = 0; count < people; count += 1) {
      const { id: userId } = await db.createUser();
      const expiresAt = new Date(Date.now() + 3_600_000);
      const [row] = await db.service.asService('arrange', (tx) =>
        tx.insert(sessions).values({ userId, token: randomUUID(), expiresAt }).returning({ id: sessions.id }),
      );
      persons.push({ userId, sessionId: row?.id ?? '' });
    }
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const insert = (tx: Tx, userId: string, name: string) =>
    tx.execute<{ owner: string }>(
      sql`insert into notes.folders (user_id, name) values (${userId}, ${name}) returning user_id as owner`,
    );
  const list = (tx: Tx) =>
    tx.execute<{ owner: string }>(sql`select user_id as owner from notes.folders order by id desc limit 5`);

  function work(kind: Kind, tx: Tx, userId: string, name: string): PromiseLike<Iterable<{ owner: string }>> {
    switch (kind) {
      case 'one insert':
      case 'session of somebody else':
        return insert(tx, userId, name);
      case 'one list':
        return list(tx);
      case 'insert and list':
        return (async () => [...(await insert(tx, userId, name)), ...(await list(tx))])();
      case 'queries at once':
        return Promise.all([list(tx), insert(tx, userId, name), list(tx)]).then((rows) => rows.flat());
      case 'insert that is refused':
        // Another person's row: row-level security refuses it.
        return insert(tx, persons.find((one) => one.userId !== userId)?.userId ?? '', name);
      case 'parameter that cannot be sent':
        return tx.execute(sql`select ${sql.param(undefined)}::uuid as owner`);
      case 'throw after an insert':
        return insert(tx, userId, name).then(() => {
          throw new RangeError('thrown by the callback');
        });
      case 'forgotten query':
        return (async () => {
          void insert(tx, userId, name).then(undefined, () => {});
          return [];
        })();
    }
  }

  const expected: Partial<Record<Kind, string>> = {
    'insert that is refused': '42501',
    'parameter that cannot be sent': 'UNDEFINED_VALUE',
    'throw after an insert': 'RangeError',
    'session of somebody else': 'CM401',
  };
  const lost = /^(CONNECTION_CLOSED|CONNECTION_DESTROYED|ECONNRESET|EPIPE|57P01|ClosedContextError)$/;

  it('show nobody another person’s row, and keep every write that was acknowledged', async () => {
    const notices: Notice[] = [];
    const database = openDatabase({
      url: db.logins.app,
      max: 6,
      waitTimeoutMs: 600_000,
      onNotice: (notice) => notices.push(notice),
    });
    const plan = sample(record({ person: nat(people - 1), kind: constantFrom<Kind>(...kinds) }), {
      seed,
      numRuns: contexts,
    });
    const kills: Promise<unknown>[] = [];

    async function run({ person, kind }: { person: number; kind: Kind }, index: number): Promise<Outcome> {
      const { userId, sessionId } = persons[person] ?? { userId: '', sessionId: '' };
      const stranger = persons[(person + 1) % people]?.sessionId;
      const caller = { userId, sessionId: kind === 'session of somebody else' ? stranger : sessionId };
      const outcome: Outcome = { kind, name: `context ${index}`, code: undefined, owners: [], userId };
      outcome.code = await errorCode(async () => {
        // Half of them prove their session.
        const proves = index % 2 === 0 || kind === 'session of somebody else';
        const rows = await database.asUser(proves ? caller : { userId }, (tx) =>
          work(kind, tx, userId, outcome.name),
        );
        outcome.owners = [...rows].map(({ owner }) => owner);
      });
      if (index % killEvery === 0) {
        kills.push(
          db.admin`
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename = 'commons_app' and datname = current_database() order by state = 'idle' limit 1`.execute(),
        );
      }
      return outcome;
    }

    const outcomes: Outcome[] = [];
    let next = 0;
    // More callers than connections, so that every connection passes from one to the next at once.
    const caller = async () => {
      for (let index = next++; index < plan.length; index = next++) {
        const one = plan[index];
        if (one) outcomes.push(await run(one, index));
      }
    };
    await Promise.all(Array.from({ length: 40 }, caller));
    await Promise.all(kills);

    expect(outcomes).toHaveLength(contexts);
    const stored = new Map(
      (await db.admin`select name, user_id from notes.folders`).map((row) => [
        row.name as string,
        row.user_id as string,
      ]),
    );
    for (const { kind, name, code, owners, userId } of outcomes) {
      expect(owners.filter((owner) => owner !== userId)).toEqual([]);
      if (code !== undefined && lost.test(code)) continue;
      expect(`${kind}: ${code}`).toBe(`${kind}: ${expected[kind]}`);
      const isWrite = expected[kind] === undefined && kind !== 'one list';
      expect(stored.get(name)).toBe(isWrite ? userId : undefined);
    }
    const lostOnes = outcomes.filter(({ code }) => code !== undefined && lost.test(code));
    expect(lostOnes.length).toBeGreaterThan(0);
    expect(lostOnes.length).toBeLessThan(contexts / 20);
    expect(notices.filter(({ code }) => code === '25001' || code === '25P01')).toEqual([]);
    await expect
      .poll(
        () =>
          db.admin`
            select distinct state from pg_stat_activity
            where usename = 'commons_app' and datname = current_database()`,
      )
      .toEqual([{ state: 'idle' }]);
    await database.close();
  }, 240_000);
});
