import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, type InferSelectModel } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';

/** A session that nobody else changes until the transaction ends; what is written to the row is written here as well. */
export type LockedSession = InferSelectModel<typeof sessions>;

/** Reads a person's session and makes everybody else who wants to change it wait. */
export async function lockSession(tx: Tx, userId: string, id: string): Promise<LockedSession> {
  const session = await lockIfThere(tx, userId, id);
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}

/** The same for a job, whose session may have been deleted since it was enqueued. */
export async function lockIfThere(tx: Tx, userId: string, id: string): Promise<LockedSession | undefined> {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
    .for('update');
  return session;
}

/** Reads a person's session as it is at the moment. */
export async function readSession(tx: Tx, userId: string, id: string): Promise<LockedSession> {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)));
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}

/** Changes a locked session, in the row and in what was read of it. */
export async function changeSession(
  tx: Tx,
  session: LockedSession,
  change: Partial<LockedSession>,
): Promise<void> {
  await tx
    .update(sessions)
    .set(change)
    .where(and(eq(sessions.id, session.id), eq(sessions.userId, session.userId)));
  Object.assign(session, change);
}
