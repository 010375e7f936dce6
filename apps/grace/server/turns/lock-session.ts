import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq, sql } from 'drizzle-orm';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { sessions } from '../../db/schema/sessions.ts';

/** An open session, and the place of its next turn. */
export interface LockedSession {
  profileId: string;
  nextPosition: number;
}

/** Makes everybody else who wants to add to this session wait until the transaction ends; refuses one that has ended. */
export async function lockSession(tx: Tx, id: string): Promise<LockedSession> {
  const [session] = await tx
    .select({ profileId: sessions.profileId, endedAt: sessions.endedAt })
    .from(sessions)
    .where(eq(sessions.id, id))
    .for('update');
  if (!session) throw new AppError('NOT_FOUND');
  if (session.endedAt)
    throw new AppError('CONFLICT', { message: 'This conversation has ended. Begin a new one.' });
  const [turn] = await tx
    .select({ next: sql<number>`coalesce(max(${chatTurns.position}), 0) + 1` })
    .from(chatTurns)
    .where(eq(chatTurns.sessionId, id));
  return { profileId: session.profileId, nextPosition: turn?.next ?? 1 };
}
