import type { Tx } from '@commons/shared-db';
import { and, eq, gte, isNull, lt, or } from 'drizzle-orm';
import { doseLog } from '../../db/schema/dose-log.ts';
import type { Administration } from '../../schedule/administration.ts';
import { amountOf, thousandthsOf } from '../../schedule/amount.ts';
import type { DoseUnit } from '../../schedule/schemas.ts';

const msPerDay = 86_400_000;

/** A dose that no plan asked for: as needed, or after its plan was changed. */
export interface ExtraDose {
  id: string;
  medicationId: string;
  actualAt: number;
  amount: string;
  unit: DoseUnit;
}

/** Who recorded it and when, and how they signed. */
interface Recorded {
  recordedAt: number;
  recordedBy: string | null;
  recordedByName: string | null;
}

export interface Log {
  planned: (Administration & Recorded & { medicationId: string })[];
  extra: ExtraDose[];
}

/** The log of doses planned or taken in a stretch of time, as the time engine takes it; errors are left out. */
export async function readLog(
  tx: Tx,
  profileId: string,
  { from, to }: { from: number; to?: number },
): Promise<Log> {
  const start = new Date(from);
  const stop = to === undefined ? undefined : new Date(to + msPerDay);
  const rows = await tx
    .select({
      id: doseLog.id,
      medicationId: doseLog.medicationId,
      versionId: doseLog.versionId,
      localDate: doseLog.localDate,
      slot: doseLog.slot,
      outcome: doseLog.status,
      skipReason: doseLog.skipReason,
      actualAt: doseLog.actualAt,
      amount: doseLog.amount,
      unit: doseLog.unit,
      recordedAt: doseLog.recordedAt,
      recordedBy: doseLog.recordedBy,
      recordedByName: doseLog.recordedByName,
    })
    .from(doseLog)
    .where(
      and(
        eq(doseLog.profileId, profileId),
        isNull(doseLog.enteredInErrorAt),
        or(gte(doseLog.scheduledAt, start), gte(doseLog.actualAt, start)),
        stop && or(lt(doseLog.scheduledAt, stop), lt(doseLog.actualAt, stop)),
      ),
    );
  const log: Log = { planned: [], extra: [] };
  for (const { id, medicationId, versionId, localDate, slot, outcome, skipReason, ...row } of rows) {
    const dose = {
      actualAt: row.actualAt.getTime(),
      amount: amountOf(thousandthsOf(row.amount)),
      unit: row.unit,
    };
    if (localDate === null || slot === null) {
      log.extra.push({ id, medicationId, ...dose });
      continue;
    }
    const isClinicianTold = skipReason === 'clinician_told';
    const { recordedBy, recordedByName } = row;
    const by = { recordedAt: row.recordedAt.getTime(), recordedBy, recordedByName };
    log.planned.push({ medicationId, versionId, localDate, slot, outcome, isClinicianTold, ...dose, ...by });
  }
  return log;
}
