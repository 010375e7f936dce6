import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, count, eq } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';
import { personas, personaVersions } from '../../db/schema/personas.ts';
import { ownCode } from '../../personas/own-code.ts';
import { lockAccount } from '../account/lock-account.ts';
import { changes } from '../changes.ts';
import { currentVersion } from '../personas/columns.ts';
import { ownPersonaByCode } from './by-code.ts';
import type { ClonePersona, OwnPersona } from './schemas.ts';

const ownMax = 50;

/** Makes a voice of the person's own out of somebody in the catalogue, in their present wording. */
export async function clonePersona(ctx: SignedInContext, { id, code }: ClonePersona): Promise<OwnPersona> {
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    await lockAccount(tx, userId);
    const [before] = await tx
      .select({ id: ownPersonas.id })
      .from(ownPersonas)
      .where(and(eq(ownPersonas.id, id), eq(ownPersonas.userId, userId)));
    if (before) return;
    const original = await readOriginal(tx, code);
    await refuseMany(tx, userId);
    const [added] = await tx
      .insert(ownPersonas)
      .values({ id, userId, basedOn: code })
      .onConflictDoNothing({ target: ownPersonas.id })
      .returning({ id: ownPersonas.id });
    if (!added) return;
    const { code: _, version: __, contentHash: ___, createdAt: ____, ...wording } = original;
    const name = `My ${original.name}`.slice(0, 80).trim();
    await tx.insert(ownPersonaVersions).values({ ...wording, name, userId, personaId: id });
    await audit(tx, { action: 'persona_cloned', resourceType: 'persona', resourceId: id });
  });
  changes.announce(ctx, {});
  return ownPersonaByCode(ctx, { code: ownCode(id) });
}

async function readOriginal(tx: Tx, code: string): Promise<typeof personaVersions.$inferSelect> {
  const [found] = await tx
    .select({ original: personaVersions })
    .from(personas)
    .innerJoin(personaVersions, currentVersion)
    .where(eq(personas.code, code));
  if (!found) throw new AppError('NOT_FOUND');
  return found.original;
}

async function refuseMany(tx: Tx, userId: string): Promise<void> {
  const [row] = await tx.select({ own: count() }).from(ownPersonas).where(eq(ownPersonas.userId, userId));
  if (row && row.own >= ownMax) {
    throw new AppError('FORBIDDEN', {
      message: `You have ${ownMax} voices of your own, with those that are archived. Delete one to make room.`,
    });
  }
}
