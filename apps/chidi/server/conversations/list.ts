import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { summaryColumns } from './columns.ts';
import type { ConversationPage, ListConversations } from './schemas.ts';

/** The person's conversations without the deleted ones, the most recent first, a page at a time. */
export async function listConversations(
  ctx: SignedInContext,
  input: ListConversations,
): Promise<ConversationPage> {
  const { limit } = input;
  const rows = await ctx.asUser((tx) => pageQuery(tx, ctx.user.id, input));
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? { lastMessageAt: last.lastMessageAt, id: last.id } : null;
  return { items, nextCursor };
}

/** One page, and one row more that tells whether another follows. */
export function pageQuery(tx: Tx, userId: string, { cursor, limit }: ListConversations) {
  const after = cursor
    ? sql`(${conversations.lastMessageAt}, ${conversations.id}) < (${cursor.lastMessageAt}::timestamptz, ${cursor.id}::uuid)`
    : undefined;
  return tx
    .select(summaryColumns)
    .from(conversations)
    .where(and(eq(conversations.userId, userId), isNull(conversations.deletedAt), after))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(limit + 1);
}
