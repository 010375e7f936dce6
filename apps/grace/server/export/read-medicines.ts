import type { Tx } from '@commons/shared-db';
import { asc, eq, getTableColumns } from 'drizzle-orm';
import { allergies } from '../../db/schema/allergies.ts';
import { conditions } from '../../db/schema/conditions.ts';
import { doseEffects } from '../../db/schema/dose-effects.ts';
import { doseLog } from '../../db/schema/dose-log.ts';
import { medicationChanges } from '../../db/schema/medication-changes.ts';
import { medicationHolds } from '../../db/schema/medication-holds.ts';
import { medications } from '../../db/schema/medications.ts';
import { schedules } from '../../db/schema/schedules.ts';
import { stockChanges } from '../../db/schema/stock-changes.ts';
import { namesAround } from '../doses/people.ts';

/** Everything about a person's medicines and health, with the name of whoever recorded each dose and refill. */
export async function readMedicines(tx: Tx, profileId: string) {
  const nameOf = await namesAround(tx, profileId);
  const doses = await tx
    .select()
    .from(doseLog)
    .where(eq(doseLog.profileId, profileId))
    .orderBy(asc(doseLog.actualAt), asc(doseLog.id));
  const stock = await tx
    .select()
    .from(stockChanges)
    .where(eq(stockChanges.profileId, profileId))
    .orderBy(asc(stockChanges.at), asc(stockChanges.id));
  const { isImported: _, ...changeColumns } = getTableColumns(medicationChanges);
  return {
    medications: await tx
      .select()
      .from(medications)
      .where(eq(medications.profileId, profileId))
      .orderBy(asc(medications.id)),
    schedules: await tx
      .select()
      .from(schedules)
      .where(eq(schedules.profileId, profileId))
      .orderBy(asc(schedules.effectiveFrom), asc(schedules.id)),
    medicationHolds: await tx
      .select()
      .from(medicationHolds)
      .where(eq(medicationHolds.profileId, profileId))
      .orderBy(asc(medicationHolds.id)),
    medicationChanges: await tx
      .select(changeColumns)
      .from(medicationChanges)
      .where(eq(medicationChanges.profileId, profileId))
      .orderBy(asc(medicationChanges.id)),
    doses: doses.map(({ isImported, ...dose }) => ({
      ...dose,
      recordedByName: isImported ? (dose.recordedByName ?? '') : nameOf(dose.recordedBy, dose.recordedByName),
      enteredInErrorName: dose.enteredInErrorAt && (dose.enteredInErrorName ?? nameOf(dose.enteredInErrorBy)),
    })),
    stockChanges: stock.map(({ isImported, ...line }) => ({
      ...line,
      recordedByName: isImported ? (line.recordedByName ?? '') : nameOf(line.recordedBy, line.recordedByName),
    })),
    doseEffects: await tx
      .select()
      .from(doseEffects)
      .where(eq(doseEffects.profileId, profileId))
      .orderBy(asc(doseEffects.administrationId)),
    allergies: await tx
      .select()
      .from(allergies)
      .where(eq(allergies.profileId, profileId))
      .orderBy(asc(allergies.id)),
    conditions: await tx
      .select()
      .from(conditions)
      .where(eq(conditions.profileId, profileId))
      .orderBy(asc(conditions.id)),
  };
}

export type ExportedMedicines = Awaited<ReturnType<typeof readMedicines>>;
