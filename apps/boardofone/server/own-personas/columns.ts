import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { ownPersonas, ownPersonaVersions } from '../../db/schema/own-personas.ts';

export const ownCardColumns = {
  code: ownPersonas.code,
  version: ownPersonaVersions.version,
  name: ownPersonaVersions.name,
  job: ownPersonaVersions.job,
  expertise: ownPersonaVersions.expertise,
  businessFunction: ownPersonaVersions.businessFunction,
  temperament: ownPersonaVersions.temperament,
  method: ownPersonaVersions.method,
  lossFunction: ownPersonaVersions.lossFunction,
  keywords: ownPersonaVersions.keywords,
  adversarial: ownPersonaVersions.isAdversarial,
  isMine: sql<boolean>`true`,
  isArchived: sql<boolean>`${ownPersonas.archivedAt} is not null`,
};

/** The wording that new panels get, of the same person's voice. */
export const currentWording = and(
  eq(ownPersonaVersions.personaId, ownPersonas.id),
  eq(ownPersonaVersions.userId, ownPersonas.userId),
  eq(ownPersonaVersions.version, ownPersonas.currentVersion),
);

/** Holds a voice so that nobody else changes it until the transaction ends; undefined where the person has none of that code. */
export async function lockOwnPersona(tx: Tx, userId: string, code: string) {
  const [persona] = await tx
    .select()
    .from(ownPersonas)
    .where(and(eq(ownPersonas.userId, userId), eq(ownPersonas.code, code)))
    .for('update');
  return persona;
}
