import { AppError, type SignedInContext } from '@commons/api';
import { eq, isNotNull } from 'drizzle-orm';
import { personas, personaVersions } from '../../db/schema/personas.ts';
import { cardColumns, currentVersion } from './columns.ts';
import type { PersonaCode, PersonaDetail } from './schemas.ts';

/** One persona with its whole prompt; one that has been retired is found still, as old sessions refer to it. */
export async function personaByCode(ctx: SignedInContext, { code }: PersonaCode): Promise<PersonaDetail> {
  const [persona] = await ctx.asUser((tx) =>
    tx
      .select({
        ...cardColumns,
        blindSpots: personaVersions.blindSpots,
        systemPrompt: personaVersions.systemPrompt,
        isRetired: isNotNull(personas.retiredAt).mapWith(Boolean),
      })
      .from(personas)
      .innerJoin(personaVersions, currentVersion)
      .where(eq(personas.code, code)),
  );
  if (!persona) throw new AppError('NOT_FOUND');
  return persona;
}
