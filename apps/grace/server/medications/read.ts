import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { medicationColumns } from './columns.ts';
import { planOf } from './plan-of.ts';
import type { Medication } from './schemas.ts';

/** One person's medicines by name, or one of them, each with every version of its schedules. */
export async function readMedications(tx: Tx, profileId: string, id?: string): Promise<Medication[]> {
  const rows = await tx
    .select(medicationColumns)
    .from(medications)
    .where(and(eq(medications.profileId, profileId), id ? eq(medications.id, id) : undefined))
    .orderBy(asc(medications.name), asc(medications.id));
  const versions = await planOf(tx, profileId, { medicationId: id });
  return rows.map((row) => ({
    ...row,
    strengthAmount: shortest(row.strengthAmount),
    packSize: shortest(row.packSize),
    versions: versions
      .filter(({ medicationId }) => medicationId === row.id)
      .map(({ holds = [], ...version }) => ({ ...version, holds })),
  }));
}

/** The database's decimals bring zeros: "500.000" is "500". */
function shortest(decimal: string | null): string | null {
  return decimal === null ? null : String(Number(decimal));
}
