import { AppError } from '@commons/api';
import { and, asc, eq, gt } from 'drizzle-orm';
import { events } from '../../db/schema/events.ts';
import type { SessionEvent } from '../../deliberation/event.ts';
import type { Owner } from '../owner.ts';
import type { ReadEvents } from './schemas.ts';

/** What happened in a session after an event that is known, in order and without gaps. */
export async function readEvents(ctx: Owner, { id, after }: ReadEvents): Promise<SessionEvent[]> {
  const { sessionId, seq, v, type, data, at } = events;
  const rows = await ctx.asUser((tx) =>
    tx
      .select({ sessionId, seq, v, type, data, at })
      .from(events)
      .where(and(eq(events.userId, ctx.user.id), eq(events.sessionId, id), gt(events.seq, after)))
      .orderBy(asc(events.seq)),
  );
  // Every session begins with an event.
  if (rows.length === 0 && after === 0) throw new AppError('NOT_FOUND');
  // Only `record` writes events, and it takes no others.
  return rows as SessionEvent[];
}
