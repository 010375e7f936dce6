import { inForceAt, inForceLater } from '../../medicine/in-force.ts';
import { describePlan } from '../../schedule/describe.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import type { Medication } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';

/** The schedules that hold now; of a medicine that is over, the last ones. */
export function currentVersions({ versions }: Pick<Medication, 'versions'>, now: number) {
  const ids = [...new Set(versions.map(({ scheduleId }) => scheduleId))];
  return ids.flatMap((scheduleId) => {
    const own = versions.filter((version) => version.scheduleId === scheduleId);
    const current = inForceAt(own, now) ?? inForceLater(own, now)[0] ?? own.at(-1);
    return current ? [current] : [];
  });
}

/** "1 tablet at 8:00 AM, every day", as the reader's clock is written. */
export function scheduleInWords(medication: Pick<Medication, 'versions'>, now: number): string {
  return currentVersions(medication, now)
    .map(({ plan }) => planText(plan))
    .join('; ');
}

export function planText(plan: SchedulePlan): string {
  return describePlan(plan, { time: formatWallClock, date: formatDate });
}
