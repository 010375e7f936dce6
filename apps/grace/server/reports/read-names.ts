import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { nameWithStrength } from '../../medicine/strength.ts';

/** The medicines of a record by name, with their strength; what was entered in error is not among them. */
export async function readNames(tx: Tx, profileId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({
      id: medications.id,
      name: medications.name,
      strengthAmount: medications.strengthAmount,
      strengthUnit: medications.strengthUnit,
    })
    .from(medications)
    .where(and(eq(medications.profileId, profileId), eq(medications.isEnteredInError, false)))
    .orderBy(asc(medications.name), asc(medications.id));
  return new Map(rows.map((row) => [row.id, nameWithStrength(row)]));
}
