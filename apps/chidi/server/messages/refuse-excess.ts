import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';

const runningMax = 5;
const conversationMaxBytes = 2_000_000;

/** Refuses one more answer when the person has several under way, or when the conversation is too long to be read at once. */
export async function refuseExcess(tx: Tx, ctx: SignedInContext, conversationId: string): Promise<void> {
  const mine = eq(messages.userId, ctx.user.id);
  const [answers] = await tx
    .select({ running: count() })
    .from(messages)
    .where(and(mine, eq(messages.status, 'streaming'), gt(messages.leaseExpiresAt, sql`now()`)));
  if (answers && answers.running >= runningMax) {
    throw new AppError('RATE_LIMITED', {
      message: 'Several answers are still being written. Wait for one of them, or stop it.',
      retryAfterMs: 2_000,
    });
  }
  const [text] = await tx
    .select({ bytes: sql<number>`coalesce(sum(octet_length(${messages.content})), 0)::int` })
    .from(messages)
    .where(and(mine, eq(messages.conversationId, conversationId)));
  if (text && text.bytes > conversationMaxBytes) {
    throw new AppError('TOO_LARGE', { message: 'This conversation has become too long. Start a new one.' });
  }
}
