import { mostTokens, reserveCall } from '@commons/ai';
import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, gt, sql } from 'drizzle-orm';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { turnParameters } from './build-request.ts';

const sessionMaxBytes = 200_000;
const instructionsMaxTokens = 8_000;

/** What the person wants answered. */
interface Wanted {
  sessionId: string;
  answerId: string;
  said?: string;
}

/** Refuses while the companion is still speaking, when a conversation has become too long, or when the day's share is used up. */
export async function refuseExcess(
  tx: Tx,
  ctx: SignedInContext,
  { sessionId, answerId, said = '' }: Wanted,
): Promise<void> {
  const [speaking] = await tx
    .select({ id: chatTurns.id })
    .from(chatTurns)
    .where(
      and(
        eq(chatTurns.sessionId, sessionId),
        eq(chatTurns.status, 'streaming'),
        gt(chatTurns.leaseExpiresAt, sql`now()`),
      ),
    )
    .limit(1);
  if (speaking)
    throw new AppError('RATE_LIMITED', {
      message: 'The companion is still speaking. Wait a moment, or stop it.',
      retryAfterMs: 2_000,
    });
  const [text] = await tx
    .select({ bytes: sql<number>`coalesce(sum(octet_length(${chatTurns.content})), 0)::int` })
    .from(chatTurns)
    .where(eq(chatTurns.sessionId, sessionId));
  const bytes = (text?.bytes ?? 0) + Buffer.byteLength(said);
  if (bytes > sessionMaxBytes)
    throw new AppError('TOO_LARGE', { message: 'This conversation is long. End it and begin a new one.' });
  const { modelQuota: quota, models } = ctx;
  if (!quota) return;
  const inputTokens = mostTokens(bytes) + instructionsMaxTokens;
  const { maxOutputTokens: outputTokens } = turnParameters;
  const retryAfterMs = await reserveCall(tx, { id: answerId, inputTokens, outputTokens, models, quota });
  if (retryAfterMs !== undefined) throw new AppError('QUOTA_EXCEEDED', { retryAfterMs });
}
