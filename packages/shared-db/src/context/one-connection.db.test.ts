import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { type Database, openDatabase } from './open-database.ts';

let db: TestDatabase;
let database: Database;
let people: string[];

beforeAll(async () => {
  db = await createTestDatabase();
  // The last of them waits for all the others.
  database = openDatabase({ url: db.logins.app, max: 1, waitTimeoutMs: 60_000 });
  await db.admin.unsafe(notesFixture);
  people = [(await db.createUser()).id, (await db.createUser()).id];
});
afterAll(async () => {
  await database?.close();
  await db?.[Symbol.asyncDispose]();
});

interface Seen {
  asked: string;
  id: string | null;
  owners: string[];
  code: string | undefined;
}

/** Writes a row, reads all there are to see, and fails in every seventh request. */
async function request(userId: string, index: number): Promise<Seen> {
  const seen: Seen = { asked: userId, id: null, owners: [], code: undefined };
  seen.code = await errorCode(() =>
    database.asUser({ userId }, async (tx) => {
      await tx.execute(
        sql`insert into notes.folders (user_id, name) values (app.user_id(), ${`request ${index}`})`,
      );
      const rows = await tx.execute<{ id: string; owner: string }>(
        sql`select app.user_id() as id, user_id as owner from notes.folders`,
      );
      seen.id = rows[0]?.id ?? null;
      seen.owners = [...new Set(rows.map(({ owner }) => owner))];
      if (index % 7 === 0) await tx.execute(sql`select 1 / 0`);
    }),
  );
  return seen;
}

it('serves 200 interleaved requests of two people on one connection, each with their own rows', async () => {
  const requests = Array.from({ length: 200 }, (_, index) => request(people[index % 2] ?? '', index));
  for (const [index, seen] of (await Promise.all(requests)).entries()) {
    expect(seen).toEqual({
      asked: seen.asked,
      id: seen.asked,
      owners: [seen.asked],
      code: index % 7 === 0 ? '22012' : undefined,
    });
  }
  const [count] = await db.admin`select count(*)::int as kept from notes.folders`;
  expect(count).toEqual({ kept: 200 - Math.ceil(200 / 7) });
});

it('leaves nobody behind on the connection', async () => {
  const [row] = await db.database.asAnon((tx) =>
    tx.execute(
      sql`select current_user as role, app.user_id() as id, current_setting('app.request', true) as request`,
    ),
  );
  expect(row).toEqual({ role: 'anon', id: null, request: '{}' });
});
