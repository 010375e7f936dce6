import type { SignedInContext } from '@commons/api';
import { addDays } from '../../schedule/calendar-day.ts';
import { type Dose, dosesBetween } from '../../schedule/doses.ts';
import { slotKey } from '../../schedule/slot-key.ts';
import { dayOf, localAt, monthBounds } from '../../schedule/zone.ts';
import { assertWithin } from '../care/rights.ts';
import { type PlannedVersion, planOf } from '../medications/plan-of.ts';
import { type ExtraDose, readLog } from './read-log.ts';
import { readNames } from './read-names.ts';
import type { CalendarDose, CalendarMonth, MonthOf } from './schemas.ts';
import { zoneOf } from './zone-of.ts';

/** A month of the person's days: what was, and what the same scheduler plans. */
export async function calendarMonth(
  ctx: SignedInContext,
  { profileId, month }: MonthOf,
): Promise<CalendarMonth> {
  const now = ctx.now().getTime();
  const { timeZone, bounds, names, versions, log } = await ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const timeZone = await zoneOf(tx, profileId);
    const { start: from, end: to } = monthBounds(timeZone, month);
    return {
      timeZone,
      bounds: { from, to },
      names: await readNames(tx, profileId),
      versions: await planOf(tx, profileId, { from }),
      log: await readLog(tx, profileId, { from, to }),
    };
  });
  const { from, to } = bounds;
  const byId = new Map(versions.map((version) => [version.id, version]));
  const entries = [
    ...dosesBetween(versions, log.planned, from, to, now).map((dose) => ({
      at: dose.scheduledAt,
      dose: plannedDose(dose, byId.get(dose.versionId), names, timeZone),
    })),
    ...log.extra
      .filter(({ actualAt }) => actualAt >= from && actualAt < to)
      .map((extra) => ({ at: extra.actualAt, dose: extraDose(extra, names, timeZone) })),
  ].sort((a, b) => a.at - b.at);
  const days = daysOf(month).map((date) => ({ date, doses: [] as CalendarDose[] }));
  const dayOfDate = new Map(days.map((day) => [day.date, day]));
  for (const { at, dose } of entries) if (dose) dayOfDate.get(dayOf(timeZone, at))?.doses.push(dose);
  return { month, today: dayOf(timeZone, now), timeZone, days };
}

function plannedDose(
  dose: Dose,
  version: PlannedVersion | undefined,
  names: Map<string, string>,
  timeZone: string,
): CalendarDose | undefined {
  const name = version && names.get(version.medicationId);
  if (!version || name === undefined) return undefined;
  const { administration, amount, unit, state, plannedTime } = dose;
  return {
    key: slotKey(dose),
    medicationId: version.medicationId,
    name,
    time: dose.localTime,
    plannedTime,
    zone: version.zone === timeZone ? null : version.zone,
    amount: administration && state !== 'skipped' ? administration.amount : amount,
    unit,
    state,
    actualAt: administration?.actualAt ?? null,
  };
}

function extraDose(
  { id, medicationId, actualAt, amount, unit }: ExtraDose,
  names: Map<string, string>,
  timeZone: string,
): CalendarDose | undefined {
  const name = names.get(medicationId);
  if (name === undefined) return undefined;
  const { time } = localAt(timeZone, actualAt);
  return {
    ...{ key: id, medicationId, name, time, plannedTime: time, zone: null },
    ...{ amount, unit, state: 'extra', actualAt },
  };
}

function daysOf(month: string): string[] {
  const days = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) days.push(date);
  return days;
}
