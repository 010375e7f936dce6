import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { ownPersonas } from '../../db/schema/own-personas.ts';
import { changes } from '../changes.ts';
import type { ArchivePersona } from './schemas.ts';

/** Offers a voice to no new panel, or again; sessions that have it keep it either way. */
export async function archivePersona(
  ctx: SignedInContext,
  { code, isArchived }: ArchivePersona,
): Promise<void> {
  const changed = await ctx.asUser((tx) =>
    tx
      .update(ownPersonas)
      .set({ archivedAt: isArchived ? ctx.now() : null })
      .where(and(eq(ownPersonas.userId, ctx.user.id), eq(ownPersonas.code, code)))
      .returning({ id: ownPersonas.id }),
  );
  if (changed.length === 0) throw new AppError('NOT_FOUND');
  changes.announce(ctx, {});
}
