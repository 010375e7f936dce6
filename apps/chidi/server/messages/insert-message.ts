import type { Tx } from '@commons/shared-db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import { leaseUntil } from '../answers/answer-rows.ts';

interface NewMessage {
  id: string;
  userId: string;
  conversationId: string;
  parentId: string | null;
}

/** Adds a person's message as the newest at its place. The conversation's row must be locked. */
export async function insertQuestion(tx: Tx, message: NewMessage & { content: string }): Promise<void> {
  const siblingOrder = await nextSiblingOrder(tx, message);
  await tx.insert(messages).values({ ...message, siblingOrder, role: 'user', status: 'complete' });
}

/** Adds an answer that is about to be written. The conversation's row must be locked. */
export async function insertAnswer(tx: Tx, message: NewMessage): Promise<void> {
  const siblingOrder = await nextSiblingOrder(tx, message);
  await tx
    .insert(messages)
    .values({ ...message, siblingOrder, role: 'assistant', status: 'streaming', leaseExpiresAt: leaseUntil() });
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
