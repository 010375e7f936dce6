import { AppError } from '@commons/api';
import type { SessionEvent } from '../../deliberation/event.ts';
import { readLog } from '../log/read-log.ts';
import type { Owner } from '../owner.ts';
import type { ReadEvents } from './schemas.ts';

/** What happened in a session after an event that is known, in order and without gaps. */
export async function readEvents(ctx: Owner, { id, after, until }: ReadEvents): Promise<SessionEvent[]> {
  const log = await ctx.asUser((tx) => readLog(tx, { id, userId: ctx.user.id, after, until }));
  // Every session begins with an event.
  if (log.length === 0 && after === 0) throw new AppError('NOT_FOUND');
  return log;
}
