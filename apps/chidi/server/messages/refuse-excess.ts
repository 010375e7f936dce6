import { mostTokens, reserveCall } from '@commons/ai';
import { AppError, lockCaller, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, count, desc, eq, gt, sql } from 'drizzle-orm';
import { contextVersions } from '../../db/schema/context-versions.ts';
import { conversations } from '../../db/schema/conversations.ts';
import { messages } from '../../db/schema/messages.ts';
import { parameters } from '../answers/build-request.ts';

const runningMax = 5;
const conversationMaxBytes = 2_000_000;

/** The answer that somebody asks for. */
interface Wanted {
  conversationId: string;
  answerId: string;
  /** A question that is not in the conversation yet. */
  question?: string;
}

/**
 * Refuses one more answer when the person has several under way, when the conversation is too long to be read at once, or when
 * their day's share of the model is used up; otherwise reserves of that share what the answer may use.
 */
export async function refuseExcess(tx: Tx, ctx: SignedInContext, wanted: Wanted): Promise<void> {
  const { conversationId, answerId, question = '' } = wanted;
  const mine = eq(messages.userId, ctx.user.id);
  // Of two that are asked for at once, also in two conversations, the second waits here and counts the first.
  await lockCaller(tx, ctx);
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
  const { modelQuota: quota, models } = ctx;
  if (!quota) return;
  const inputTokens = await inputMax(tx, conversationId, (text?.bytes ?? 0) + Buffer.byteLength(question));
  const { maxOutputTokens: outputTokens } = parameters;
  const retryAfterMs = await reserveCall(tx, { id: answerId, inputTokens, outputTokens, models, quota });
  if (retryAfterMs !== undefined) throw new AppError('QUOTA_EXCEEDED', { retryAfterMs });
}

const instructionsMaxTokens = 1_000;

/** The most that an answer can read, in tokens. */
async function inputMax(tx: Tx, conversationId: string, messageBytes: number): Promise<number> {
  const [context] = await tx
    .select({ bytes: sql<number>`octet_length(${contextVersions.fields}::text)` })
    .from(contextVersions)
    .innerJoin(conversations, eq(conversations.userContextId, contextVersions.userContextId))
    .where(eq(conversations.id, conversationId))
    .orderBy(desc(contextVersions.version))
    .limit(1);
  return mostTokens(messageBytes + (context?.bytes ?? 0)) + instructionsMaxTokens;
}
