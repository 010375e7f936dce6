import { type ModelErrorCode, type ModelFinish, recordUsage, releaseCall } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import type { FollowUpRefusal } from '../../deliberation/follow-up.ts';

/** What came of a call: an answer, or why there is none; and what it used as far as anybody knows. */
export type FollowUpResult = { finish: ModelFinish | undefined } & (
  | { answer: string; at: Date }
  | { failure: ModelErrorCode | FollowUpRefusal }
);

interface Settled {
  id: string;
  userId: string;
  sessionId: string;
}

/** Keeps an answer, or that there is none, with what it cost in the place of what was set aside. */
export async function settleFollowUp(tx: Tx, asked: Settled, result: FollowUpResult): Promise<void> {
  const { finish } = result;
  await releaseCall(tx, asked.id);
  await tx
    .update(followUps)
    .set({
      ...('answer' in result
        ? { status: 'answered' as const, answer: result.answer, answeredAt: result.at }
        : { status: 'failed' as const, failure: result.failure }),
      attempts: 0,
      reservedCost: '0',
      cost: sql`${followUps.cost} + ${finish?.costUsd ?? '0'}`,
      inputTokens: finish?.inputTokens ?? null,
      outputTokens: finish?.outputTokens ?? null,
      provider: finish?.provider ?? null,
      model: finish?.model ?? null,
    })
    .where(and(eq(followUps.id, asked.id), eq(followUps.userId, asked.userId)));
  await charge(tx, asked, finish);
}

/** Counts a call whose answer came too late, because another one is kept or the session is gone: it is paid for all the same. */
export async function chargeFollowUp(tx: Tx, asked: Settled, finish: ModelFinish | undefined): Promise<void> {
  await tx
    .update(followUps)
    .set({ cost: sql`${followUps.cost} + ${finish?.costUsd ?? '0'}` })
    .where(and(eq(followUps.id, asked.id), eq(followUps.userId, asked.userId)));
  await charge(tx, asked, finish);
}

async function charge(tx: Tx, { userId, sessionId }: Settled, finish: ModelFinish | undefined) {
  if (!finish) return;
  await recordUsage(tx, {
    userId,
    app: 'boardofone',
    purpose: 'follow_up',
    finish,
    resourceType: 'session',
    resourceId: sessionId,
  });
}
