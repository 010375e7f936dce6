import { and, eq } from 'drizzle-orm';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import type { SessionSummary } from './schemas.ts';

export const isSummaryOf = ({ profileId, sessionId }: SessionSummary) =>
  and(eq(sessionSummaries.profileId, profileId), eq(sessionSummaries.sessionId, sessionId));
