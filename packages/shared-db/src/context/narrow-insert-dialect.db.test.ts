import { sql } from 'drizzle-orm';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import type { Tx } from './run-in-transaction.ts';

const lists = pgSchema('lists');
const items = lists.table('items', {
  id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
  userId: uuid('user_id').notNull(),
  title: text('title').notNull(),
  note: text('note').default('none'),
  rank: integer('rank').default(7),
  slug: text('slug').$defaultFn(() => 'made in code'),
  touched: text('touched').$onUpdateFn(() => 'touched in code'),
});

describe('an INSERT', () => {
  let db: TestDatabase;
  let userId: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    userId = (await db.createUser()).id;
    await db.admin.unsafe(`
      create schema lists;
      grant usage on schema lists to authenticated;
      create table lists.items (
        id uuid primary key default app.uuid_v7(), user_id uuid not null, title text not null unique,
        note text default 'none', rank int default 7, slug text, touched text
      );
      grant select, insert (user_id, title, rank, slug, touched), update (title, touched) on lists.items to authenticated;`);
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const asUser = <T>(work: (tx: Tx) => Promise<T>) => db.database.asUser({ userId }, work);
  const columnsOf = (query: { toSQL(): { sql: string } }) => /\(([^)]*)\)/.exec(query.toSQL().sql)?.[1];

  it('names only the columns that were given, and those that code fills', async () => {
    const [row] = await asUser(async (tx) => {
      const query = tx.insert(items).values({ userId, title: 'a' });
      expect(columnsOf(query)).toBe('"user_id", "title", "slug", "touched"');
      return query.returning();
    });
    expect(row).toEqual({
      id: expect.any(String),
      userId,
      title: 'a',
      note: 'none',
      rank: 7,
      slug: 'made in code',
      touched: 'touched in code',
    });
  });

  it('takes undefined for a column that was not given, and null for one that was', async () => {
    await asUser(async (tx) => {
      const query = tx.insert(items).values({ userId, title: 'b', note: undefined, rank: null });
      expect(columnsOf(query)).toBe('"user_id", "title", "rank", "slug", "touched"');
      expect(await query.returning({ rank: items.rank, note: items.note })).toEqual([
        { rank: null, note: 'none' },
      ]);
    });
  });

  it('of several rows names what any of them gives, with the default for the others', async () => {
    const rows = await asUser((tx) =>
      tx
        .insert(items)
        .values([
          { userId, title: 'c' },
          { userId, title: 'd', rank: 1 },
        ])
        .returning({ title: items.title, rank: items.rank }),
    );
    expect(rows).toEqual([
      { title: 'c', rank: 7 },
      { title: 'd', rank: 1 },
    ]);
  });

  it('is denied as soon as it names a column that is not granted', async () => {
    for (const more of [{ note: 'mine' }, { id: userId }]) {
      const code = errorCode(() => asUser((tx) => tx.insert(items).values({ userId, title: 'e', ...more })));
      expect(await code).toBe('42501');
    }
  });

  it('may update or skip the row that it meets', async () => {
    const rows = await asUser(async (tx) => {
      await tx.insert(items).values({ userId, title: 'f', rank: 1 });
      await tx
        .insert(items)
        .values({ userId, title: 'f', rank: 2 })
        .onConflictDoNothing({ target: items.title });
      return tx
        .insert(items)
        .values({ userId, title: 'f', rank: 3 })
        .onConflictDoUpdate({ target: items.title, set: { title: 'g' } })
        .returning({ title: items.title, rank: items.rank });
    });
    expect(rows).toEqual([{ title: 'g', rank: 1 }]);
  });

  it('from a SELECT names every column, as Drizzle asks of the SELECT', async () => {
    await asUser(async (tx) => {
      const query = tx.insert(items).select(tx.select().from(items));
      expect(columnsOf(query)?.split(', ')).toHaveLength(7);
      expect(
        await errorCode(() =>
          tx.transaction((inner) => inner.insert(items).select(inner.select().from(items))),
        ),
      ).toBe('42501');
    });
  });

  it('leaves the table itself as it was for everything else', async () => {
    await asUser(async (tx) => {
      await tx.insert(items).values({ userId, title: 'h' });
      expect(Object.keys((await tx.select().from(items))[0] ?? {})).toHaveLength(7);
      await tx.update(items).set({ title: 'i' }).where(sql`title = 'h'`);
    });
  });
});
