import type { SignedInContext } from '@commons/api';
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { options } from '../../db/schema/options.ts';
import { outcomes } from '../../db/schema/outcomes.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { itsOption, itsSession, outcomeColumns } from './columns.ts';
import type { ListOutcomes, OutcomePage } from './schemas.ts';

/** What the person decided, a page at a time: what is to be reviewed by its day, or what was reviewed last. */
export async function listOutcomes(
  ctx: SignedInContext,
  { isReviewed, cursor, limit }: ListOutcomes,
): Promise<OutcomePage> {
  const { userId, sessionId, reviewOn, resolvedAt } = outcomes;
  const rows = await ctx.asUser((tx) =>
    tx
      .select(outcomeColumns)
      .from(outcomes)
      .innerJoin(sessions, itsSession)
      .innerJoin(options, itsOption)
      .where(
        and(
          eq(userId, ctx.user.id),
          isReviewed ? isNotNull(resolvedAt) : isNull(resolvedAt),
          cursor ? isAfter(cursor, ctx.user.id, isReviewed) : undefined,
        ),
      )
      .orderBy(...(isReviewed ? [desc(resolvedAt), desc(sessionId)] : [asc(reviewOn), asc(sessionId)]))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.sessionId ?? null) : null };
}

/** It follows the outcome of that session; compared in the database, whose times are finer than those of JavaScript. */
function isAfter(cursor: string, userId: string, isReviewed: boolean): SQL {
  const { sessionId, reviewOn, resolvedAt } = outcomes;
  const last = sql`from ${outcomes} as last where last.user_id = ${userId} and last.session_id = ${cursor}`;
  return isReviewed
    ? sql`(${resolvedAt}, ${sessionId}) < (select last.resolved_at, last.session_id ${last})`
    : sql`(${reviewOn}, ${sessionId}) > (select last.review_on, last.session_id ${last})`;
}
