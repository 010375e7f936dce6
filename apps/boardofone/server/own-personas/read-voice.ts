import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';
import type { OwnVoice } from '../../prompts/own-voice.ts';
import { currentWording } from './columns.ts';

/** A voice of the person's own in its present wording. */
export async function readVoice(
  tx: Tx,
  userId: string,
  code: string,
): Promise<{ persona: { id: string; version: number }; voice: OwnVoice }> {
  const { name, job, lossFunction, blindSpots, systemPrompt, version } = ownPersonaVersions;
  const [found] = await tx
    .select({
      persona: { id: ownPersonas.id, version },
      voice: { name, job, lossFunction, blindSpots, systemPrompt },
    })
    .from(ownPersonas)
    .innerJoin(ownPersonaVersions, currentWording)
    .where(and(eq(ownPersonas.userId, userId), eq(ownPersonas.code, code)));
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}
