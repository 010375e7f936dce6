import type { ServiceDatabase } from '@commons/shared-db/service';
import { and, eq, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { catalogue } from '../../personas/catalogue.ts';
import type { Persona } from '../../personas/persona.ts';
import { personas, personaVersions } from '../schema/personas.ts';
import { personaContent } from './persona-content.ts';

/**
 * Brings the catalogue into the database. A changed persona adds a version, those before it stay for the sessions that have them; one
 * that has left the catalogue is retired. Called again it changes nothing.
 */
export async function seedPersonas(
  service: ServiceDatabase,
  wanted: readonly Persona[] = catalogue,
): Promise<void> {
  const versions = wanted.map((persona) => ({
    code: persona.code,
    version: persona.version,
    ...personaContent(persona),
  }));
  await service.asService('the catalogue of personas', async (tx) => {
    // One process at a time, or two with different catalogues change the same rows in different orders.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('boardofone personas'))`);
    const known = await tx
      .select({
        code: personaVersions.code,
        version: personaVersions.version,
        contentHash: personaVersions.contentHash,
      })
      .from(personaVersions);
    refuseRewording(versions, known);
    const codes = versions.map(({ code }) => code);
    if (codes.length > 0) {
      const current = versions.map(({ code, version }) => ({ code, currentVersion: version }));
      await tx.insert(personas).values(current).onConflictDoNothing();
      await tx.insert(personaVersions).values(versions).onConflictDoNothing();
    }
    for (const { code, version } of versions) {
      await tx
        .update(personas)
        .set({ currentVersion: version, retiredAt: null })
        .where(
          and(
            eq(personas.code, code),
            or(ne(personas.currentVersion, version), isNotNull(personas.retiredAt)),
          ),
        );
    }
    await tx
      .update(personas)
      .set({ retiredAt: sql`now()` })
      .where(and(isNull(personas.retiredAt), notInArray(personas.code, codes)));
  });
}

interface Version {
  code: string;
  version: number;
  contentHash: string;
}

/** A version that has been given out means the same for ever. */
function refuseRewording(wanted: readonly Version[], known: readonly Version[]): void {
  const reworded = wanted.filter(({ code, version, contentHash }) =>
    known.some((one) => one.code === code && one.version === version && one.contentHash !== contentHash),
  );
  if (reworded.length === 0) return;
  const names = reworded.map(({ code, version }) => `${code} ${version}`).join(', ');
  throw new Error(
    `Changed, but under the number of the old version: ${names}. Raise "version" in apps/boardofone/personas/catalogue/.`,
  );
}
