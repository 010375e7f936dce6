import type { Tx } from '@commons/shared-db';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';
import { personas, personaVersions } from '../../db/schema/personas.ts';
import { ownVoicePrompt } from '../../prompts/own-voice.ts';
import type { Seat } from '../engine/read-table.ts';
import { currentWording } from '../own-personas/columns.ts';
import { currentVersion } from '../personas/columns.ts';

type Voice = Pick<Seat, 'personaVersion' | 'name' | 'job' | 'isAdversarial' | 'systemPrompt'>;

/** Those of these codes who may be seated, by code: whoever is in the catalogue, and the person's own voices. */
export async function readVoices(
  tx: Tx,
  userId: string,
  codes: readonly string[],
): Promise<Map<string, Voice>> {
  const { code, version, name, job, isAdversarial, systemPrompt } = personaVersions;
  const known = await tx
    .select({ code, voice: { personaVersion: version, name, job, isAdversarial, systemPrompt } })
    .from(personas)
    .innerJoin(personaVersions, currentVersion)
    .where(inArray(personas.code, [...codes]));
  const mine = and(eq(ownPersonas.userId, userId), inArray(ownPersonas.code, [...codes]));
  // Held, so that nobody words it anew before the seat says that its wording is in use.
  await tx.select({ id: ownPersonas.id }).from(ownPersonas).where(mine).for('share');
  const own = await tx
    .select({ code: ownPersonas.code, voice: ownPersonaVersions })
    .from(ownPersonas)
    .innerJoin(ownPersonaVersions, currentWording)
    .where(and(mine, isNull(ownPersonas.archivedAt)));
  const described = own.map(({ code, voice }) => ({
    code,
    voice: {
      personaVersion: voice.version,
      name: voice.name,
      job: voice.job,
      isAdversarial: voice.isAdversarial,
      systemPrompt: ownVoicePrompt(voice),
    },
  }));
  return new Map([...known, ...described].map(({ code, voice }) => [code, voice]));
}
