import { and, eq, sql } from 'drizzle-orm';
import { personas, personaVersions } from '../../db/schema/personas.ts';

export const cardColumns = {
  code: personaVersions.code,
  version: personaVersions.version,
  name: personaVersions.name,
  job: personaVersions.job,
  expertise: personaVersions.expertise,
  businessFunction: personaVersions.businessFunction,
  temperament: personaVersions.temperament,
  method: personaVersions.method,
  lossFunction: personaVersions.lossFunction,
  keywords: personaVersions.keywords,
  adversarial: personaVersions.isAdversarial,
  isMine: sql<boolean>`false`,
  isArchived: sql<boolean>`false`,
};

/** The version that new panels get. */
export const currentVersion = and(
  eq(personaVersions.code, personas.code),
  eq(personaVersions.version, personas.currentVersion),
);
