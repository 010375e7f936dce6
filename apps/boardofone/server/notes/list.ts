import type { SignedInContext } from '@commons/api';
import { and, desc, eq, lt } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import { noteColumns } from './columns.ts';
import type { ListNotes, NotePage } from './schemas.ts';

/** The person's notes, the newest first, a page at a time. Ids sort by the time at which they were made. */
export async function listNotes(ctx: SignedInContext, { cursor, limit }: ListNotes): Promise<NotePage> {
  const after = cursor ? lt(notes.id, cursor) : undefined;
  const rows = await ctx.asUser((tx) =>
    tx
      .select(noteColumns)
      .from(notes)
      .where(and(eq(notes.userId, ctx.user.id), after))
      .orderBy(desc(notes.id))
      // One more, which tells whether another page follows.
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
