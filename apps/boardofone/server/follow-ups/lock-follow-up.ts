import type { Tx } from '@commons/shared-db';
import { and, eq, type InferSelectModel } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { type LockedSession, lockIfThere } from '../engine/lock-session.ts';

/** A question that nobody else changes until the transaction ends, with the session that it follows. */
export interface LockedFollowUp {
  session: LockedSession;
  followUp: InferSelectModel<typeof followUps>;
}

/** The session first, which every question after it waits for: together they may not pass its cap. Undefined once it is deleted. */
export async function lockFollowUp(tx: Tx, userId: string, id: string): Promise<LockedFollowUp | undefined> {
  const mine = and(eq(followUps.id, id), eq(followUps.userId, userId));
  const [found] = await tx.select({ sessionId: followUps.sessionId }).from(followUps).where(mine);
  const session = found && (await lockIfThere(tx, userId, found.sessionId));
  const [followUp] = session ? await tx.select().from(followUps).where(mine).for('update') : [];
  return session && followUp && { session, followUp };
}
