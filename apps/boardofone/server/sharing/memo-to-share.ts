import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { memos } from '../../db/schema/memos.ts';
import { options } from '../../db/schema/options.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { headingOf } from '../../deliberation/heading-of.ts';
import type { Claim, MemoBody } from '../../deliberation/memo.ts';
import type { SharedClaim, SharedMemo } from '../../deliberation/shared-memo.ts';
import { readSession } from '../engine/lock-session.ts';
import { readSeats } from '../engine/read-table.ts';
import { sessionColumns } from '../sessions/columns.ts';

/** The memo of a session as others may see it: with the minority report, and without context, contributions and cost. */
export async function memoToShare(tx: Tx, userId: string, sessionId: string): Promise<SharedMemo> {
  const session = await readSession(tx, userId, sessionId);
  const [memo] = await tx
    .select({ body: memos.body, minority: memos.minority })
    .from(memos)
    .where(and(eq(memos.userId, userId), eq(memos.sessionId, sessionId)));
  const { outcome, completedAt, problem } = session;
  if (!memo || !outcome || !completedAt) {
    throw new AppError('CONFLICT', { message: 'There is no memo to share yet.' });
  }
  const named = await tx
    .select({ id: options.id, label: options.label })
    .from(options)
    .where(and(eq(options.userId, userId), eq(options.sessionId, sessionId)));
  const [rehearsed] = await tx
    .select({ isRehearsal: sessionColumns.isRehearsal })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)));
  const labelOf = (id: string) => named.find((option) => option.id === id)?.label ?? '';
  return {
    heading: headingOf(problem),
    completedAt: completedAt.toISOString(),
    seats: (await readSeats(tx, session)).length,
    isRehearsal: rehearsed?.isRehearsal ?? undefined,
    outcome: outcome.words,
    body: countSources(memo.body),
    minority: memo.minority.map(({ optionId, seatIds, quote, dealbreakers }) => ({
      option: labelOf(optionId),
      seats: seatIds.length,
      quote,
      dealbreakers,
    })),
  };
}

/** Contributions have no place in what is shared; how many a sentence rests on does. */
function countSources(body: MemoBody): SharedMemo['body'] {
  const counted = (claims: readonly Claim[]): SharedClaim[] =>
    claims.map(({ text, contributionIds }) => ({ text, sources: contributionIds.length }));
  return {
    recommendation: counted(body.recommendation),
    why: counted(body.why),
    alternatives: counted(body.alternatives),
    risks: counted(body.risks),
    killCriteria: counted(body.killCriteria),
    nextStep: counted(body.nextStep),
    unresolved: counted(body.unresolved),
  };
}
