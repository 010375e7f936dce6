import { AppError } from '@commons/api';
import { leaseUntil } from '@commons/api/answers';
import type { Tx } from '@commons/shared-db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PgInsertValue } from 'drizzle-orm/pg-core';
import { messages } from '../../db/schema/messages.ts';

interface NewMessage {
  id: string;
  userId: string;
  conversationId: string;
  parentId: string | null;
}

/** Adds a person's message as the newest at its place. The conversation's row must be locked. */
export async function insertQuestion(tx: Tx, message: NewMessage & { content: string }): Promise<void> {
  await insertMessage(tx, { ...message, role: 'user', status: 'complete' });
}

/** Adds an answer that is about to be written. The conversation's row must be locked. */
export async function insertAnswer(tx: Tx, message: NewMessage): Promise<void> {
  await insertMessage(tx, {
    ...message,
    role: 'assistant',
    status: 'streaming',
    leaseExpiresAt: leaseUntil(),
  });
}

type MessageRow = Omit<PgInsertValue<typeof messages>, 'siblingOrder'> & NewMessage;

async function insertMessage(tx: Tx, message: MessageRow): Promise<void> {
  const siblingOrder = await nextSiblingOrder(tx, message);
  const inserted = await tx
    .insert(messages)
    .values({ ...message, siblingOrder })
    .onConflictDoNothing({ target: messages.id })
    .returning({ id: messages.id });
  // The caller has looked for the id among the person's own messages, so this is somebody else's.
  if (inserted.length === 0) throw new AppError('NOT_FOUND');
}

async function nextSiblingOrder(tx: Tx, { conversationId, parentId }: NewMessage): Promise<number> {
  const [row] = await tx
    .select({ next: sql<number>`coalesce(max(${messages.siblingOrder}), 0) + 1` })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        parentId === null ? isNull(messages.parentId) : eq(messages.parentId, parentId),
      ),
    );
  return row?.next ?? 1;
}
