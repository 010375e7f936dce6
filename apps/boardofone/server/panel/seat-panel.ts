import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, inArray } from 'drizzle-orm';
import { personas, personaVersions } from '../../db/schema/personas.ts';
import { seats } from '../../db/schema/seats.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import type { Seat } from '../engine/read-table.ts';

/** Who is to sit where. */
export interface WantedSeat {
  code: string;
  reason: string;
  weight: number;
  model: string | null;
}

/** Seats these personas, in their present wording and this order, in the place of whoever sat there. */
export async function seatPanel(
  tx: Tx,
  { id: sessionId, userId }: LockedSession,
  wanted: readonly WantedSeat[],
): Promise<Seat[]> {
  const codes = wanted.map(({ code }) => code);
  const found = await tx
    .select({ version: personaVersions })
    .from(personaVersions)
    .innerJoin(
      personas,
      and(eq(personas.code, personaVersions.code), eq(personas.currentVersion, personaVersions.version)),
    )
    .where(inArray(personaVersions.code, codes));
  await tx.delete(seats).where(and(eq(seats.userId, userId), eq(seats.sessionId, sessionId)));
  const rows = wanted.map(({ code, reason, weight, model }, index) => {
    const persona = found.find(({ version }) => version.code === code)?.version;
    if (!persona) {
      throw new AppError('BAD_INPUT', {
        fields: { seats: ['One of these personas is not in the catalogue.'] },
      });
    }
    const { version: personaVersion, name, job, isAdversarial, systemPrompt } = persona;
    return {
      userId,
      sessionId,
      position: index + 1,
      personaCode: code,
      personaVersion,
      name,
      job,
      isAdversarial,
      systemPrompt,
      baseWeight: weight.toFixed(2),
      reason,
      model,
    };
  });
  return tx.insert(seats).values(rows).returning();
}
