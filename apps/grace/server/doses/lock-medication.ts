import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';

/** Of two who record a medicine taken as needed the second waits for the first to commit, and then counts its dose as well. */
export async function lockMedication(
  tx: Tx,
  { profileId, medicationId }: { profileId: string; medicationId: string },
): Promise<void> {
  await tx.execute(sql`select grace.lock_medication(${profileId}::uuid, ${medicationId}::uuid)`);
}
