import type { SignedInContext } from '@commons/api';
import { and, desc, eq, sql } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';
import { summaryColumns } from './columns.ts';
import type { ConversationPage, ListConversations } from './schemas.ts';

/** The person's conversations, the most recent first, a page at a time. */
export async function listConversations(
  ctx: SignedInContext,
  { cursor, limit }: ListConversations,
): Promise<ConversationPage> {
  const after = cursor
    ? sql`(${conversations.lastMessageAt}, ${conversations.id}) < (${cursor.lastMessageAt}::timestamptz, ${cursor.id}::uuid)`
    : undefined;
  const rows = await ctx.asUser((tx) =>
    tx
      .select(summaryColumns)
      .from(conversations)
      .where(and(eq(conversations.userId, ctx.user.id), after))
      .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? { lastMessageAt: last.lastMessageAt, id: last.id } : null;
  return { items, nextCursor };
}
