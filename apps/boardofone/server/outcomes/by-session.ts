import type { SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { options } from '../../db/schema/options.ts';
import { outcomes } from '../../db/schema/outcomes.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { readSession } from '../engine/lock-session.ts';
import { itsOption, itsSession, outcomeColumns } from './columns.ts';
import type { Outcome, OutcomeOf } from './schemas.ts';

/** What the owner decided after a session; null before they said so. */
export function outcomeBySession(ctx: SignedInContext, { sessionId }: OutcomeOf): Promise<Outcome | null> {
  return ctx.asUser(async (tx) => {
    await readSession(tx, ctx.user.id, sessionId);
    const [outcome] = await tx
      .select(outcomeColumns)
      .from(outcomes)
      .innerJoin(sessions, itsSession)
      .innerJoin(options, itsOption)
      .where(and(eq(outcomes.userId, ctx.user.id), eq(outcomes.sessionId, sessionId)));
    return outcome ?? null;
  });
}
