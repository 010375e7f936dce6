import type { Tx } from '@commons/shared-db';
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import type { AsNeededAdministration } from '../../schedule/administration.ts';
import type { PlannedVersion } from '../medications/plan-of.ts';

/** The longest interval that a plan can ask for, and a day. */
const lookBackMs = 8 * 86_400_000;

/** Every dose of a medicine that counts towards its limits, planned ones included. */
export async function prnAdministrations(
  tx: Tx,
  profileId: string,
  { medicationId, plan }: Pick<PlannedVersion, 'medicationId' | 'plan'>,
  at: number,
): Promise<AsNeededAdministration[]> {
  const rows = await tx
    .select({ actualAt: doseLog.actualAt, amount: doseLog.amount, unit: doseLog.unit })
    .from(doseLog)
    .where(
      and(
        eq(doseLog.profileId, profileId),
        eq(doseLog.medicationId, medicationId),
        gt(doseLog.actualAt, new Date(at - lookBackMs)),
        isNull(doseLog.enteredInErrorAt),
        ne(doseLog.status, 'skipped'),
      ),
    )
    .orderBy(desc(doseLog.actualAt));
  // What is counted in another unit cannot be added up; its time still counts.
  return rows.map(({ actualAt, amount, unit }) => ({
    actualAt: actualAt.getTime(),
    amount: unit === plan.unit ? amount : '0',
  }));
}
