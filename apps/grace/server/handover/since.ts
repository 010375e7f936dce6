import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { handoverMarks } from '../../db/schema/handover-marks.ts';
import { rightsTo } from '../care/rights.ts';
import { newChats } from './chats.ts';
import { dosesOf } from './doses.ts';
import { newNotes } from './notes.ts';
import { planChanges } from './plan-changes.ts';
import { type Handover, type HandoverOf, handoverParts } from './schemas.ts';
import { shownMax } from './span.ts';

const msPerDay = 86_400_000;
const firstLookMs = 2 * msPerDay;
/** Who was away for longer reads the notes and the calendar, not a list. */
const longestMs = 14 * msPerDay;

/** What has happened since the caller read last, as far as their grant goes. Nothing is marked as read by looking. */
export function handoverSince(ctx: SignedInContext, { profileId }: HandoverOf): Promise<Handover> {
  const until = ctx.now();
  return ctx.asUser(async (tx) => {
    const { scopes } = await rightsTo(tx, ctx, profileId);
    const readUntil = await markOf(tx, ctx, profileId);
    const earliest = until.getTime() - longestMs;
    const since = new Date(Math.max(readUntil?.getTime() ?? until.getTime() - firstLookMs, earliest));
    const span = { profileId, since, until };
    const read = {
      doses: scopes.includes('medications') ? await dosesOf(tx, span) : null,
      planChanges: scopes.includes('medications') ? await planChanges(tx, span) : null,
      notes: scopes.includes('notes') ? await newNotes(tx, ctx, span) : null,
      chats: scopes.includes('chat_summaries') ? await newChats(tx, ctx, span) : null,
    };
    return {
      cut: handoverParts.filter((part) =>
        part === 'doses' ? isCut(read.doses) : (read[part]?.length ?? 0) > shownMax[part],
      ),
      since: since.toISOString(),
      until: until.toISOString(),
      isFirst: !readUntil,
      doses: read.doses,
      planChanges: read.planChanges?.slice(0, shownMax.planChanges) ?? null,
      notes: read.notes?.slice(0, shownMax.notes) ?? null,
      chats: read.chats?.slice(0, shownMax.chats) ?? null,
    };
  });
}

async function markOf(tx: Tx, ctx: SignedInContext, profileId: string): Promise<Date | undefined> {
  const [mark] = await tx
    .select({ readUntil: handoverMarks.readUntil })
    .from(handoverMarks)
    .where(and(eq(handoverMarks.profileId, profileId), eq(handoverMarks.userId, ctx.user.id)));
  return mark?.readUntil;
}

const isCut = (doses: Handover['doses']) =>
  (doses ?? []).filter(({ kind }) => kind === 'asNeeded').length > shownMax.asNeeded;
