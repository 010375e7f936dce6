import type { SignedInContext } from '@commons/api';
import { asc, eq, sql } from 'drizzle-orm';
import { options } from '../../db/schema/options.ts';
import { outcomes } from '../../db/schema/outcomes.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { itsOption, itsSession, outcomeColumns } from './columns.ts';
import type { Outcome } from './schemas.ts';

const shownMax = 200;

/** What the person decided: first what is to be reviewed, by its day, and then what has been. */
export function listOutcomes(ctx: SignedInContext): Promise<Outcome[]> {
  return ctx.asUser((tx) =>
    tx
      .select(outcomeColumns)
      .from(outcomes)
      .innerJoin(sessions, itsSession)
      .innerJoin(options, itsOption)
      .where(eq(outcomes.userId, ctx.user.id))
      .orderBy(sql`${outcomes.resolvedAt} desc nulls first`, asc(outcomes.reviewOn), asc(outcomes.id))
      .limit(shownMax),
  );
}
