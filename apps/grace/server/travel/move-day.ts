import type { Tx } from '@commons/shared-db';
import { eq, sql } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';
import { dayAt, withMove } from '../../travel/day-moves.ts';
import type { DayMove } from '../../travel/schemas.ts';

/** Lets a person's day become one of another zone, at an instant now or later. For the holder of the record. */
export async function moveDay(tx: Tx, profileId: string, move: DayMove, now: number): Promise<void> {
  const day = await readDay(tx, profileId);
  if (day) await saveDay(tx, profileId, dayAt(withMove(dayAt(day, now), move), now));
}

/** Does the moves whose time has come. */
export async function moveDayIfDue(tx: Tx, profileId: string, now: number): Promise<void> {
  const day = await readDay(tx, profileId);
  if (day?.zoneMoves.some(({ from }) => from <= now)) await saveDay(tx, profileId, dayAt(day, now));
}

async function readDay(tx: Tx, profileId: string) {
  const [day] = await tx
    .select({ timeZone: profiles.timeZone, zoneMoves: profiles.zoneMoves })
    .from(profiles)
    .where(eq(profiles.id, profileId))
    .for('update');
  return day;
}

async function saveDay(
  tx: Tx,
  profileId: string,
  { timeZone, zoneMoves }: ReturnType<typeof dayAt>,
): Promise<void> {
  await tx
    .update(profiles)
    .set({ timeZone, zoneMoves: [...zoneMoves], version: sql`${profiles.version} + 1` })
    .where(eq(profiles.id, profileId));
}
