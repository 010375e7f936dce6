import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { seats } from '../../db/schema/seats.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import type { Seat } from '../engine/read-table.ts';
import { readVoices } from './read-voices.ts';

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
  const voices = await readVoices(
    tx,
    userId,
    wanted.map(({ code }) => code),
  );
  await tx.delete(seats).where(and(eq(seats.userId, userId), eq(seats.sessionId, sessionId)));
  const rows = wanted.map(({ code, reason, weight, model }, index) => {
    const voice = voices.get(code);
    if (!voice) {
      throw new AppError('BAD_INPUT', {
        fields: { seats: ['One of these personas is not in the catalogue.'] },
      });
    }
    const baseWeight = weight.toFixed(2);
    return { ...voice, userId, sessionId, position: index + 1, personaCode: code, baseWeight, reason, model };
  });
  return tx.insert(seats).values(rows).returning();
}
