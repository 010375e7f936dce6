import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { nameWithStrength } from '../../medicine/strength.ts';
import { dayNumberOf } from '../../schedule/calendar-day.ts';
import { refillReminderDate } from '../../schedule/refill-reminder.ts';
import { runOut } from '../../schedule/run-out.ts';
import type { DoseUnit } from '../../schedule/schemas.ts';
import { stockForecast } from '../../schedule/stock-forecast.ts';
import { dayOf } from '../../schedule/zone.ts';
import type { MedicationStock } from '../../stock/schemas.ts';
import { stockLevel } from '../../stock/stock-level.ts';
import { namesAround } from '../doses/people.ts';
import { type PlannedVersion, planOf } from '../medications/plan-of.ts';
import { type Log, readLog } from '../reports/read-log.ts';
import { zoneOf } from '../reports/zone-of.ts';
import { type RecordedChange, readChanges } from './read-changes.ts';

const msPerDay = 86_400_000;
const forecastDays = 60;
const linesMax = 20;

/** What is left of each medicine that is still taken, worked out from ledger, dose log and plan; a job may ask as well. */
export async function readStock(tx: Tx, profileId: string, now: number): Promise<MedicationStock[]> {
  const zone = await zoneOf(tx, profileId);
  const today = dayOf(zone, now);
  const nameOf = await namesAround(tx, profileId);
  const changes = await readChanges(tx, profileId);
  const versions = await planOf(tx, profileId);
  const since = Math.min(now - 32 * msPerDay, ...changes.map(({ at }) => at));
  const log = await readLog(tx, profileId, { from: since });
  const rows = await tx
    .select({
      id: medications.id,
      name: medications.name,
      strengthAmount: medications.strengthAmount,
      strengthUnit: medications.strengthUnit,
      packSize: medications.packSize,
      noticeDays: medications.refillNoticeDays,
      weekdays: medications.pharmacyClosedWeekdays,
      dates: medications.pharmacyClosedDates,
      stoppedAt: medications.stoppedAt,
    })
    .from(medications)
    .where(and(eq(medications.profileId, profileId), eq(medications.isEnteredInError, false)))
    .orderBy(asc(medications.name), asc(medications.id));

  return rows.flatMap(({ id, packSize, noticeDays, weekdays, dates, stoppedAt, ...row }) => {
    const isStopped = stoppedAt !== null && stoppedAt.getTime() <= now;
    const own = versions.filter(({ medicationId }) => medicationId === id);
    const unit = unitOf(own);
    if (isStopped || unit === undefined) return [];
    const supply = supplyOf(id, unit, { own, changes, log, now, zone });
    const { level, lines, needs } = supply;
    const run = level.left === null ? null : runOut({ ...needs, stock: level.left, zone });
    const runOutOn = run?.localDate ?? null;
    const refillOn = runOutOn === null ? null : refillReminderDate(runOutOn, noticeDays, { weekdays, dates });
    return {
      medicationId: id,
      name: nameWithStrength(row),
      unit,
      packSize: packSize === null ? null : String(Number(packSize)),
      left: level.left,
      isShort: level.isShort,
      runOutOn,
      isEstimate: run?.isEstimate ?? false,
      daysLeft: runOutOn === null ? null : dayNumberOf(runOutOn) - dayNumberOf(today),
      refillOn,
      isRefillDue: refillOn !== null && refillOn <= today,
      forecast: level.left === null ? [] : stockForecast({ ...needs, stock: level.left, zone }, forecastDays),
      lines: lines
        .slice(-linesMax)
        .reverse()
        .map(({ id: lineId, kind, amount, at, recordedBy, recordedByName, isImported, isTakenBack }) => ({
          ...{ id: lineId, kind, amount, at, isTakenBack },
          recordedBy: nameOf(recordedBy, recordedByName, isImported),
          after: level.after.get(lineId) ?? null,
        })),
    };
  });
}

/** What doses are counted in now: as the newest version says. */
export function unitOf(versions: PlannedVersion[]): DoseUnit | undefined {
  return versions.at(-1)?.plan.unit;
}

interface Record {
  own: PlannedVersion[];
  changes: RecordedChange[];
  log: Log;
  now: number;
  zone: string;
}

/** What is counted in another unit cannot be added up, and is left out. */
function supplyOf(medicationId: string, unit: DoseUnit, { own, changes, log, now }: Record) {
  const isOwn = (one: { medicationId: string; unit: DoseUnit }) =>
    one.medicationId === medicationId && one.unit === unit;
  const lines = changes.filter(isOwn);
  const planned = log.planned.filter(isOwn);
  const extra = log.extra.filter(isOwn);
  const taken = [...planned, ...extra].map(({ actualAt, amount }) => ({ at: actualAt, amount }));
  return {
    lines,
    level: stockLevel(
      lines.filter(({ isTakenBack }) => !isTakenBack),
      taken,
    ),
    needs: {
      versions: own.filter(({ plan }) => plan.unit === unit),
      administrations: planned,
      asNeeded: extra,
      now,
    },
  };
}
