import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, desc, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { dayBounds } from '../../schedule/zone.ts';
import { openRecord } from '../care/open-record.ts';
import { noteColumns, toNote } from './columns.ts';
import type { ListNotes, NoteFilter, NotePage } from './schemas.ts';

/** A person's notes, pinned ones first and then the newest, a page at a time. Ids sort by the time at which they were made. */
export function listNotes(ctx: SignedInContext, input: ListNotes): Promise<NotePage> {
  const { profileId, cursor, limit } = input;
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'notes' });
    const after = cursor
      ? sql`(${notes.isPinned}, ${notes.id}) < (${cursor.isPinned}, ${cursor.id}::uuid)`
      : undefined;
    const rows = await tx
      .select(noteColumns)
      .from(notes)
      .where(and(eq(notes.profileId, profileId), after, ...(await conditionsOf(tx, profileId, input))))
      .orderBy(desc(notes.isPinned), desc(notes.id))
      // One more, which tells whether another page follows.
      .limit(limit + 1);
    const items = rows.slice(0, limit).map((row) => toNote(ctx, row));
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > limit && last ? { isPinned: last.isPinned, id: last.id } : null,
      authors: cursor ? [] : await authorsOf(tx, profileId),
    };
  });
}

async function conditionsOf(tx: Tx, profileId: string, filter: NoteFilter): Promise<SQL[]> {
  const { search, authorId, category, from, to } = filter;
  const zone = from || to ? await zoneOf(tx, profileId) : 'UTC';
  return [
    ...(search ? [sql`${notes.search} @@ websearch_to_tsquery('english'::regconfig, ${search})`] : []),
    ...(authorId ? [eq(notes.authorId, authorId)] : []),
    ...(category ? [eq(notes.category, category)] : []),
    ...(from ? [gte(notes.createdAt, new Date(dayBounds(zone, from).start))] : []),
    ...(to ? [lt(notes.createdAt, new Date(dayBounds(zone, to).end))] : []),
  ];
}

async function zoneOf(tx: Tx, profileId: string): Promise<string> {
  const [profile] = await tx
    .select({ timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  return profile?.timeZone ?? 'UTC';
}

async function authorsOf(tx: Tx, profileId: string): Promise<NotePage['authors']> {
  const rows = await tx
    .selectDistinctOn([notes.authorId], { id: notes.authorId, name: notes.authorName })
    .from(notes)
    .where(and(eq(notes.profileId, profileId), isNotNull(notes.authorId)))
    .orderBy(asc(notes.authorId), desc(notes.id));
  return rows.flatMap(({ id, name }) => (id ? [{ id, name }] : []));
}
