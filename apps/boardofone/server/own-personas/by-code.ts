import { AppError, type SignedInContext } from '@commons/api';
import { and, eq, exists, sql } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';
import { seats } from '../../db/schema/seats.ts';
import { currentWording, ownCardColumns } from './columns.ts';
import type { OwnPersona, OwnPersonaCode } from './schemas.ts';

/** One voice of the person's own, archived or not. */
export async function ownPersonaByCode(ctx: SignedInContext, { code }: OwnPersonaCode): Promise<OwnPersona> {
  const { version, name, job, lossFunction, adversarial, isArchived } = ownCardColumns;
  const userId = ctx.user.id;
  const [persona] = await ctx.asUser((tx) =>
    tx
      .select({
        code: ownPersonas.code,
        version,
        revision: ownPersonas.version,
        basedOn: ownPersonas.basedOn,
        isArchived,
        hasSessions: sql<boolean>`${exists(
          tx
            .select({ one: sql`1` })
            .from(seats)
            .where(and(eq(seats.userId, userId), eq(seats.ownPersonaId, ownPersonas.id))),
        )}`,
        name,
        job,
        lossFunction,
        blindSpots: ownPersonaVersions.blindSpots,
        systemPrompt: ownPersonaVersions.systemPrompt,
        adversarial,
      })
      .from(ownPersonas)
      .innerJoin(ownPersonaVersions, currentWording)
      .where(and(eq(ownPersonas.userId, userId), eq(ownPersonas.code, code))),
  );
  if (!persona) throw new AppError('NOT_FOUND');
  return persona;
}
