import type { SignedInContext } from '@commons/api';
import { and, asc, eq } from 'drizzle-orm';
import { contributions } from '../../db/schema/contributions.ts';
import { sessionById } from '../sessions/by-id.ts';
import type { RoomId } from './schemas.ts';

const contributionColumns = {
  id: contributions.id,
  seatId: contributions.seatId,
  roundNumber: contributions.roundNumber,
  phase: contributions.phase,
  isAbstention: contributions.isAbstention,
  abstainReason: contributions.abstainReason,
  content: contributions.content,
  optionId: contributions.optionId,
  confidence: contributions.confidence,
  dealbreaker: contributions.dealbreaker,
  statements: contributions.statements,
  isNovel: contributions.isNovel,
  question: contributions.question,
  cost: contributions.cost,
  tokens: contributions.tokens,
  model: contributions.model,
  promptHash: contributions.promptHash,
  speakerOrder: contributions.speakerOrder,
  createdAt: contributions.createdAt,
};

/** Everything that was said in a session. */
export async function listContributions(ctx: SignedInContext, { id }: RoomId) {
  await sessionById(ctx, { id });
  return ctx.asUser((tx) =>
    tx
      .select(contributionColumns)
      .from(contributions)
      .where(and(eq(contributions.userId, ctx.user.id), eq(contributions.sessionId, id)))
      .orderBy(asc(contributions.roundNumber), asc(contributions.id)),
  );
}
