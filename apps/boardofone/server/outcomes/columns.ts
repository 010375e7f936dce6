import { and, eq, sql } from 'drizzle-orm';
import { options } from '../../db/schema/options.ts';
import { outcomes } from '../../db/schema/outcomes.ts';
import { sessions } from '../../db/schema/sessions.ts';

export const outcomeColumns = {
  sessionId: outcomes.sessionId,
  problem: sessions.problem,
  optionId: outcomes.optionId,
  option: options.label,
  statement: outcomes.statement,
  percent: sql<number>`round(${outcomes.probability} * 100)::int`,
  reviewOn: outcomes.reviewOn,
  resolvedAt: outcomes.resolvedAt,
  hasHappened: outcomes.hasHappened,
  note: outcomes.note,
  version: outcomes.version,
};

export const itsSession = and(eq(sessions.id, outcomes.sessionId), eq(sessions.userId, outcomes.userId));
export const itsOption = and(eq(options.id, outcomes.optionId), eq(options.userId, outcomes.userId));
