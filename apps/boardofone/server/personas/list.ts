import type { SignedInContext } from '@commons/api';
import { asc, eq, isNull } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';
import { personas, personaVersions } from '../../db/schema/personas.ts';
import { currentWording, ownCardColumns } from '../own-personas/columns.ts';
import { cardColumns, currentVersion } from './columns.ts';
import type { PersonaCard } from './schemas.ts';

/**
 * Everybody who can be asked onto a panel, the person's own voices first; of those the archived ones as well. Both lists are short, so
 * that pages search them by themselves.
 */
export async function listPersonas(ctx: SignedInContext): Promise<PersonaCard[]> {
  return await ctx.asUser(async (tx) => {
    const own = await tx
      .select(ownCardColumns)
      .from(ownPersonas)
      .innerJoin(ownPersonaVersions, currentWording)
      .where(eq(ownPersonas.userId, ctx.user.id))
      .orderBy(asc(ownPersonas.id))
      .limit(500);
    const catalogue = await tx
      .select(cardColumns)
      .from(personas)
      .innerJoin(personaVersions, currentVersion)
      .where(isNull(personas.retiredAt))
      .orderBy(asc(personas.code))
      .limit(500);
    return [...own, ...catalogue];
  });
}
