import { sql } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';

export const summaryColumns = {
  id: conversations.id,
  title: conversations.title,
  userContextId: conversations.userContextId,
  // As text with microseconds: a cursor that lost them would skip or repeat rows.
  lastMessageAt: sql<string>`to_char(${conversations.lastMessageAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};
