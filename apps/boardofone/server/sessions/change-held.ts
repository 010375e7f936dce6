import type { Tx } from '@commons/shared-db';
import { changes } from '../changes.ts';
import { type LockedSession, lockSession } from '../engine/lock-session.ts';
import type { Owner } from '../owner.ts';
import { sessionById } from './by-id.ts';
import type { Session } from './schemas.ts';

/** Changes a session that nobody else changes meanwhile, and tells the person's tabs. */
export async function changeHeld(
  ctx: Owner,
  id: string,
  change: (tx: Tx, session: LockedSession) => Promise<void>,
): Promise<Session> {
  await ctx.asUser(async (tx) => change(tx, await lockSession(tx, ctx.user.id, id)));
  changes.announce(ctx, { sessionId: id });
  return sessionById(ctx, { id });
}
