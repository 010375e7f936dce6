import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChidiPerson } from '../../testing/chidi-person.ts';
import { type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import { pageQuery } from './list.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

/** Gives a person one conversation per moment, counted in microseconds. */
async function arrange(person: ChidiPerson, moments: number[]): Promise<string[]> {
  const { id } = await person.addBusiness();
  const rows = await chidi.server.db.admin<{ id: string }[]>`
    insert into chidi.conversations (user_id, user_context_id, last_message_at)
    select ${person.userId}, ${id}, timestamptz '2026-01-01' + moment * interval '1 microsecond'
    from unnest(${moments}::int[]) as moment
    returning id`;
  return rows.map((row) => row.id);
}

async function readPages(person: ChidiPerson, limit: number) {
  const pages = [];
  let cursor: { lastMessageAt: string; id: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof person.client.conversations.list.query>> =
      await person.client.conversations.list.query({ cursor, limit });
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return pages;
}

describe('the list of conversations', () => {
  it('is complete and in order, page by page, also when many came at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        // Few moments for many conversations, so that ties cross the borders of pages.
        fc.array(fc.nat(4), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (moments, limit) => {
          await chidi.server.db.admin`delete from chidi.conversations where user_id = ${anna.userId}`;
          const ids = await arrange(anna, moments);
          const pages = await readPages(anna, limit);
          const listed = pages.flat();
          const keys = listed.map(({ lastMessageAt, id }) => `${lastMessageAt} ${id}`);

          expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
          expect(keys).toEqual(keys.toSorted().reverse());
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 60_000);

  it('begins with the one that was written in last', async () => {
    const person = await chidi.signUp();
    const { id } = await person.addBusiness();
    const [one, other] = [await person.ask('First?', id), await person.ask('Second?', id)];
    await Promise.all([one, other].map((exchange) => person.ended(exchange)));
    await person.ended(await person.reply(one, 'And?'));
    const [page] = await readPages(person, 30);

    expect(page?.map((conversation) => conversation.id)).toEqual([one.conversationId, other.conversationId]);
  });

  it.each([
    { limit: 0 },
    { limit: 51 },
    { cursor: { lastMessageAt: 'yesterday', id: crypto.randomUUID() } },
    { cursor: { lastMessageAt: "2026-01-01T00:00:00Z' or true --", id: crypto.randomUUID() } },
  ])('refuses %j', async (input) => {
    await expect(anna.client.conversations.list.query(input)).rejects.toMatchObject({
      data: { code: 'BAD_INPUT' },
    });
  });

  it('reads one page off one index, however many there are', async () => {
    const person = await chidi.signUp();
    const { database, admin } = chidi.server.db;
    await arrange(
      person,
      Array.from({ length: 10_000 }, (_, index) => index),
    );
    for (let other = 0; other < 4; other += 1) {
      await arrange(
        await chidi.signUp(),
        Array.from({ length: 5_000 }, (_, index) => index),
      );
    }
    await admin`analyze chidi.conversations`;
    const { nextCursor: cursor } = await person.client.conversations.list.query({ limit: 30 });
    const plan = await database.asUser({ userId: person.userId }, async (tx) => {
      const query = pageQuery(tx, person.userId, { cursor, limit: 30 }).getSQL();
      const rows = await tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${query}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

    expect(cursor).not.toBeNull();
    expect(plan).toMatch(/Index Scan Backward using conversations_user_id_idx/);
    expect(plan).toMatch(/Index Cond: .*ROW\(last_message_at, id\) < ROW/);
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });
});
