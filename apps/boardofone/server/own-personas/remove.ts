import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { ownPersonas } from '../../db/schema/own-personas.ts';
import { personaTrials } from '../../db/schema/persona-trials.ts';
import { seats } from '../../db/schema/seats.ts';
import { changes } from '../changes.ts';
import { lockOwnPersona } from './columns.ts';
import type { OwnPersonaCode } from './schemas.ts';

/** Deletes a voice that no session has, with what it was tried on. */
export async function removePersona(ctx: SignedInContext, { code }: OwnPersonaCode): Promise<void> {
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    const persona = await lockOwnPersona(tx, userId, code);
    if (!persona) throw new AppError('NOT_FOUND');
    const [seated] = await tx
      .select({ id: seats.id })
      .from(seats)
      .where(and(eq(seats.userId, userId), eq(seats.ownPersonaId, persona.id)))
      .limit(1);
    if (seated) {
      throw new AppError('CONFLICT', {
        message: 'Sessions have this voice, and keep it. Archive it, and no new panel is offered it.',
      });
    }
    await tx
      .update(personaTrials)
      .set({ question: '', answer: '' })
      .where(and(eq(personaTrials.userId, userId), eq(personaTrials.personaId, persona.id)));
    await tx.delete(ownPersonas).where(and(eq(ownPersonas.userId, userId), eq(ownPersonas.id, persona.id)));
    await audit(tx, { action: 'persona_deleted', resourceType: 'persona', resourceId: persona.id });
  });
  changes.announce(ctx, {});
}
