import { inForceAt, inForceLater } from '../../medicine/in-force.ts';
import type { Medication } from '../client.ts';
import { planText } from '../schedule/plan-text.ts';

type Versions = Pick<Medication, 'versions'>;

/** Of each schedule the version that holds now, or will; of a medicine that is over, what it ended with. */
export function currentVersions({ versions }: Versions, now: number) {
  const ofSchedules = [...Map.groupBy(versions, ({ scheduleId }) => scheduleId).values()];
  const open = ofSchedules.flatMap((own) => inForceAt(own, now) ?? inForceLater(own, now)[0] ?? []);
  if (open.length > 0) return open;
  const last = Math.max(...versions.map(({ effectiveUntil = 0 }) => effectiveUntil));
  return ofSchedules.flatMap((own) => own.findLast(({ effectiveUntil }) => effectiveUntil === last) ?? []);
}

/** "1 tablet, every day at 8:00 AM; 2 tablets, every Monday at 8:00 PM". */
export function scheduleInWords(medication: Versions, now: number): string {
  return currentVersions(medication, now)
    .map(({ plan }) => planText(plan))
    .join('; ');
}

/** Whether nobody plans its doses. */
export function isOnlyAsNeeded(medication: Versions, now: number): boolean {
  return currentVersions(medication, now).every(({ plan }) => plan.kind === 'asNeeded');
}
