import type { SignedInContext } from '@commons/api';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grace } from '../../app.ts';
import { listNotes } from './list.ts';
import { ListNotes } from './schemas.ts';

describe('with two hundred thousand notes about a thousand people', () => {
  let db: TestDatabase;
  let userId: string;
  const profileId = uuidV7();

  beforeAll(async () => {
    db = await createTestDatabase([grace]);
    ({ id: userId } = await db.createUser());
    const { id: holderId } = await db.createUser();
    await db.admin`
      insert into grace.profiles (id, user_id, basis, holder_name, full_name, preferred_name, time_zone)
      values (${profileId}, ${holderId}, 'guardian', 'Amara', 'Margaret Okafor', 'Margaret', 'Europe/London')`;
    await db.admin`
      insert into grace.caregivers (profile_id, user_id, name, level, scopes, ends_at)
      values (${profileId}, ${userId}, 'Ben', 'view', '{notes}', now() + interval '1 year')`;
    await db.admin.begin(async (admin) => {
      // Foreign keys are checked by triggers, row by row; these rows are right by construction.
      await admin`set local session_replication_role = replica`;
      await admin`
        insert into grace.notes (id, profile_id, author_id, author_name, body)
        select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
          case when n % 1000 = 0 then ${profileId}::uuid else md5((n % 1000)::text)::uuid end,
          ${holderId}, 'Amara', case when n % 2000 = 0 then 'A fall in the night' else 'Slept well' end
        from generate_series(1, 200000) as n`;
    });
    await db.admin`analyze grace.notes`;
  }, 120_000);

  afterAll(() => db?.[Symbol.asyncDispose]());

  /** Rows of notes that PostgreSQL reads for one page of the list, and whether it had to look through the whole table. */
  async function readsOf(input: Partial<ListNotes>) {
    const asUser: SignedInContext['asUser'] = (run) =>
      db.database.asUser({ userId, app: 'grace' }, async (tx) => {
        const before = await counters(tx);
        const result = await run(tx);
        const after = await counters(tx);
        reads = { sequential: after.sequential - before.sequential, rows: after.rows - before.rows };
        return result;
      });
    let reads = { sequential: 0, rows: 0 };
    // The verb under test uses nothing else of its context.
    const ctx = { asUser, user: { id: userId } } as SignedInContext;
    const { items } = await listNotes(ctx, ListNotes.parse({ profileId, ...input }));
    return { ...reads, found: items.length };
  }

  async function counters(tx: Tx) {
    const [row] = await tx.execute<{ sequential: number; rows: number }>(sql`
      select seq_scan::int as sequential, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
      from pg_stat_xact_user_tables where schemaname = 'grace' and relname = 'notes'`);
    return row ?? { sequential: 0, rows: 0 };
  }

  it('a caregiver’s search reads the notes about one person and no others', async () => {
    const cursor = { isPinned: true, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' };

    expect(await readsOf({ search: 'falls', cursor, limit: 50 })).toEqual({
      sequential: 0,
      rows: 200,
      found: 50,
    });
  });

  it('a later page is read off the index', async () => {
    const cursor = { isPinned: false, id: '00000000-0000-7000-8000-000000020000' };

    expect(await readsOf({ cursor, limit: 10 })).toEqual({ sequential: 0, rows: 11, found: 10 });
  });
});
