import type { SignedInContext } from '@commons/api';
import { asc, isNull } from 'drizzle-orm';
import { personas, personaVersions } from '../../db/schema/personas.ts';
import { cardColumns, currentVersion } from './columns.ts';
import type { PersonaCard } from './schemas.ts';

/** Everybody who can be asked onto a panel. The catalogue is short, so that pages search it by themselves. */
export async function listPersonas(ctx: SignedInContext): Promise<PersonaCard[]> {
  return await ctx.asUser((tx) =>
    tx
      .select(cardColumns)
      .from(personas)
      .innerJoin(personaVersions, currentVersion)
      .where(isNull(personas.retiredAt))
      .orderBy(asc(personas.code))
      .limit(500),
  );
}
