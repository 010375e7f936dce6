import { offlineModelId } from '@commons/ai';
import { sql } from 'drizzle-orm';
import { contributions } from '../../db/schema/contributions.ts';
import { sessions } from '../../db/schema/sessions.ts';

// A query of its own inside the outer one: drizzle leaves the tables away from columns that stand in a select list themselves.
const wasRehearsed = sql`
  select bool_or(${contributions.model} = ${offlineModelId}) from ${contributions}
  where ${contributions.userId} = ${sessions.userId} and ${contributions.sessionId} = ${sessions.id}
    and not ${contributions.isAbstention}`;

export const sessionColumns = {
  id: sessions.id,
  problem: sessions.problem,
  context: sessions.context,
  constraints: sessions.constraints,
  decideBy: sessions.decideBy,
  reversibility: sessions.reversibility,
  status: sessions.status,
  phase: sessions.phase,
  waitsFor: sessions.waitsFor,
  roundNumber: sessions.roundNumber,
  maxRounds: sessions.maxRounds,
  seatsWanted: sessions.seatsWanted,
  answerWaitSeconds: sessions.answerWaitSeconds,
  capUsd: sessions.capUsd,
  totalCost: sessions.totalCost,
  totalTokens: sessions.totalTokens,
  lastSeq: sessions.lastSeq,
  killReason: sessions.killReason,
  version: sessions.version,
  createdAt: sessions.createdAt,
  updatedAt: sessions.updatedAt,
  isRehearsal: sql<boolean | null>`(${wasRehearsed})`,
};
