import type { SignedInContext } from '@commons/api';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chidi } from '../app.ts';
import { conversationById } from '../server/conversations/by-id.ts';
import { listConversations } from '../server/conversations/list.ts';

type Reads = { table: string; sequential: number; rows: number };

describe('with a million messages of a thousand people', () => {
  let db: TestDatabase;
  let userId: string;
  const conversationId = uuidV7();

  beforeAll(async () => {
    db = await createTestDatabase([chidi]);
    ({ id: userId } = await db.createUser());
    await db.admin.begin(async (admin) => {
      // Foreign keys are checked by triggers, row by row; these rows are right by construction.
      await admin`set local session_replication_role = replica`;
      await admin`
        insert into chidi.conversations (id, user_id, user_context_id, last_message_at)
        select
          case when n = 1 then ${conversationId}::uuid else lpad(to_hex(n), 32, '0')::uuid end,
          case when n <= 200 then ${userId}::uuid else md5((n % 1000)::text)::uuid end,
          ${uuidV7()}, now() - n * interval '1 minute'
        from generate_series(1, 50000) as n`;
      await admin`
        insert into chidi.messages (id, user_id, conversation_id, parent_id, sibling_order, role, content, status)
        select lpad(to_hex(row_number() over ()), 32, '0')::uuid, one.user_id, one.id, one.id, n, 'user', 'How much?', 'complete'
        from chidi.conversations as one, generate_series(1, 20) as n`;
    });
    await db.admin`analyze chidi.conversations, chidi.messages`;
  }, 120_000);

  afterAll(() => db[Symbol.asyncDispose]());

  /** What PostgreSQL has to read of each table for the one transaction that `verb` runs. */
  async function readsOf(verb: (ctx: SignedInContext) => Promise<unknown>): Promise<Reads[]> {
    const transactions: Reads[][] = [];
    const asUser: SignedInContext['asUser'] = (run) =>
      db.database.asUser({ userId }, async (tx) => {
        const before = await counters(tx);
        const result = await run(tx);
        const after = await counters(tx);
        transactions.push(
          after.map(({ table, sequential, rows }, index) => ({
            table,
            sequential: sequential - (before[index]?.sequential ?? 0),
            rows: rows - (before[index]?.rows ?? 0),
          })),
        );
        return result;
      });
    // The verbs under test use nothing else of their context.
    await verb({ asUser, user: { id: userId } } as SignedInContext);
    expect(transactions).toHaveLength(1);
    return transactions.flat();
  }

  // They go on over transactions until PostgreSQL adds them to its totals, hence the difference.
  const counters = (tx: Tx): Promise<Reads[]> =>
    tx.execute<Reads>(sql`
      select relname as table, seq_scan::int as sequential, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
      from pg_stat_xact_user_tables
      where schemaname = 'chidi' and relname in ('conversations', 'messages')
      order by relname`);

  it('reads a page of conversations off the index, the first one and a later one', async () => {
    let cursor: Awaited<ReturnType<typeof listConversations>>['nextCursor'] = null;
    for (const _page of ['first', 'second']) {
      const reads = await readsOf(async (ctx) => {
        ({ nextCursor: cursor } = await listConversations(ctx, { limit: 20, cursor }));
      });
      expect(reads).toEqual([
        { table: 'conversations', sequential: 0, rows: 21 },
        { table: 'messages', sequential: 0, rows: 0 },
      ]);
    }
    expect(cursor).not.toBeNull();
  });

  it('reads the messages of one conversation and no others', async () => {
    const reads = await readsOf((ctx) => conversationById(ctx, { id: conversationId }));
    expect(reads).toEqual([
      { table: 'conversations', sequential: 0, rows: 1 },
      { table: 'messages', sequential: 0, rows: 20 },
    ]);
  });
});
