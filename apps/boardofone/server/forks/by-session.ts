import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { readSession } from '../engine/lock-session.ts';
import { originOf } from './origin-of.ts';
import type { ForkId, ForkSummary, Forks } from './schemas.ts';

/** Where a session begins if it is a what-if, and the what-ifs that begin from it. */
export function forksOf(ctx: SignedInContext, { id }: ForkId): Promise<Forks> {
  return ctx.asUser(async (tx) => {
    const session = await readSession(tx, ctx.user.id, id);
    return { origin: await originOf(tx, session), forks: await listForks(tx, ctx.user.id, id) };
  });
}

async function listForks(tx: Tx, userId: string, parentId: string): Promise<ForkSummary[]> {
  const { id, forkedFrom, forkedRound, forkChange, status } = sessions;
  const rows = await tx
    .select({ id, round: forkedRound, change: forkChange, status })
    .from(sessions)
    .where(and(eq(forkedFrom, parentId), eq(sessions.userId, userId)))
    .orderBy(asc(id));
  // A check of the table: all of them, or none.
  return rows.flatMap(({ round, change, ...row }) =>
    round !== null && change ? [{ ...row, round, change }] : [],
  );
}
