import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';
import { seats } from '../../db/schema/seats.ts';
import { changes } from '../changes.ts';
import { ownPersonaByCode } from './by-code.ts';
import { lockOwnPersona } from './columns.ts';
import { refuseSecrets } from './refuse-secrets.ts';
import type { EditPersona, OwnPersona } from './schemas.ts';

/** Words a voice anew. A wording that a session has stays for it, and the next one gets a number of its own. */
export async function editPersona(
  ctx: SignedInContext,
  { code, revision, ...words }: EditPersona,
): Promise<OwnPersona> {
  refuseSecrets(words);
  await ctx.asUser(async (tx) => {
    const persona = await lockOwnPersona(tx, ctx.user.id, code);
    if (!persona) throw new AppError('NOT_FOUND');
    if (persona.version !== revision) throw new AppError('STALE_VERSION');
    const version = await reword(tx, persona, words);
    await tx
      .update(ownPersonas)
      .set({ currentVersion: version, version: revision + 1 })
      .where(and(eq(ownPersonas.id, persona.id), eq(ownPersonas.userId, persona.userId)));
    await audit(tx, {
      action: 'persona_edited',
      resourceType: 'persona',
      resourceId: persona.id,
      details: { version },
    });
  });
  changes.announce(ctx, {});
  return ownPersonaByCode(ctx, { code });
}

type Words = Omit<EditPersona, 'code' | 'revision'>;

/** Writes the words into the present wording, or into another one; answers its number. */
async function reword(tx: Tx, persona: typeof ownPersonas.$inferSelect, words: Words): Promise<number> {
  const { id: personaId, userId, currentVersion: version } = persona;
  const [seated] = await tx
    .select({ id: seats.id })
    .from(seats)
    .where(
      and(eq(seats.userId, userId), eq(seats.ownPersonaId, personaId), eq(seats.personaVersion, version)),
    )
    .limit(1);
  const present = and(
    eq(ownPersonaVersions.userId, userId),
    eq(ownPersonaVersions.personaId, personaId),
    eq(ownPersonaVersions.version, version),
  );
  if (!seated) {
    await tx.update(ownPersonaVersions).set(words).where(present);
    return version;
  }
  const [before] = await tx.select().from(ownPersonaVersions).where(present);
  if (!before) throw new AppError('NOT_FOUND');
  const { id: _, createdAt: __, updatedAt: ___, ...kept } = before;
  await tx.insert(ownPersonaVersions).values({ ...kept, ...words, version: version + 1 });
  return version + 1;
}
