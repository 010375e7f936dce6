import { AppError, type SignedInContext } from '@commons/api';
import type { SessionEvent } from '../../deliberation/event.ts';
import { readLog } from '../log/read-log.ts';
import { newestCheckpoint, type StoredCheckpoint } from './newest-checkpoint.ts';
import type { RoomId } from './schemas.ts';

/** All that the room needs to be shown: its newest checkpoint, and what has happened since. */
export interface RoomStart {
  checkpoint: StoredCheckpoint | null;
  events: SessionEvent[];
}

/** Where to begin with a session, however long its log is. */
export async function readStart(ctx: SignedInContext, { id }: RoomId): Promise<RoomStart> {
  const userId = ctx.user.id;
  const start = await ctx.asUser(async (tx) => {
    const checkpoint = (await newestCheckpoint(tx, { id, userId })) ?? null;
    return { checkpoint, events: await readLog(tx, { id, userId, after: checkpoint?.seq ?? 0 }) };
  });
  // Every session begins with an event.
  if (!start.checkpoint && start.events.length === 0) throw new AppError('NOT_FOUND');
  return start;
}
