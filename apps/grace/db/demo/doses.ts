import { uuidV7 } from '@commons/shared-db';
import type { SkipReason } from '../../administration/schemas.ts';
import { type Occurrence, occurrences } from '../../schedule/occurrences.ts';
import type { PlannedVersion } from '../../server/medications/plan-of.ts';
import type { doseLog } from '../schema/dose-log.ts';

type Entry = typeof doseLog.$inferInsert;
/** An entry, and what will turn out to be wrong with it. */
export type DemoEntry = Entry & { id: string; wrong?: { reason: string; amount: string } };

const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;
const msPerDay = 24 * msPerHour;
const days = 45;

interface Skip {
  reason: SkipReason;
  note: string;
}

const onClinicianWord: Skip = {
  reason: 'clinician_told',
  note: 'Dr Cole by phone: leave it out before the blood test',
};
const skips: Skip[] = [
  { reason: 'asleep', note: '' },
  { reason: 'refused', note: 'Did not want anything' },
  onClinicianWord,
  { reason: 'away', note: 'Out with Kim' },
];

/** Weeks of what a family records: mostly on time, now and then late, left out, forgotten, or put right afterwards. */
export function demoEntries(
  profileId: string,
  versions: PlannedVersion[],
  recorders: readonly string[],
  now: number,
  unskippable: ReadonlySet<string>,
): DemoEntry[] {
  const medicationOf = new Map(versions.map(({ id, medicationId }) => [id, medicationId]));
  // What was planned for the last two hours is open, as it is in a household.
  const planned = occurrences(versions, now - days * msPerDay, now - 2 * msPerHour).filter(
    ({ isHeld }) => !isHeld,
  );
  const entries = planned.flatMap((dose) => {
    const chance = chanceOf(`${dose.versionId} ${dose.localDate} ${dose.slot}`);
    // Forgotten: nobody says anything.
    if (chance('missed') < 0.04) return [];
    const medicationId = medicationOf.get(dose.versionId) ?? '';
    const reasons = unskippable.has(medicationId) ? [onClinicianWord] : skips;
    return [entryOf({ profileId, medicationId }, dose, chance, recorders, reasons)];
  });
  const wholeTablets = entries.filter(({ status, unit }) => status === 'taken' && unit === 'tablet');
  for (const [index, entry] of wholeTablets.entries()) {
    if (index % 100 !== 60) continue;
    entry.wrong = { reason: 'Half of it was on the floor', amount: String(Number(entry.amount) / 2) };
  }
  return entries;
}

type Chance = (what: string) => number;

function entryOf(
  whose: Pick<DemoEntry, 'profileId' | 'medicationId'>,
  dose: Occurrence,
  chance: Chance,
  recorders: readonly string[],
  reasons: readonly Skip[],
): DemoEntry {
  const isLate = chance('late') < 0.07;
  const minutes = isLate ? dose.lateWindowMinutes + chance('by') * 60 : chance('by') * 35 - 8;
  const actualAt = new Date(dose.scheduledAt + Math.round(minutes) * msPerMinute);
  const common = {
    id: uuidV7(),
    ...whose,
    versionId: dose.versionId,
    localDate: dose.localDate,
    slot: dose.slot,
    scheduledAt: new Date(dose.scheduledAt),
    actualAt,
    recordedAt: new Date(actualAt.getTime() + Math.round(chance('typed') * 3) * msPerMinute),
    // The same person in the morning, others in turn.
    recordedBy: recorders[Math.floor(chance('who') * recorders.length)] ?? null,
    unit: dose.unit,
  };
  const skip = chance('skipped') < 0.04 ? reasons[Math.floor(chance('why') * reasons.length)] : undefined;
  if (skip) return { ...common, status: 'skipped', skipReason: skip.reason, note: skip.note, amount: '0' };
  return { ...common, status: 'taken', amount: dose.amount };
}

const pains = ['Shoulder after the walk', 'Hips in the night', 'Headache'];

/** Doses as needed, some days one and some days two. */
export function demoAsNeeded(
  profileId: string,
  versions: PlannedVersion[],
  recorders: readonly string[],
  now: number,
): DemoEntry[] {
  return versions.flatMap(({ id: versionId, medicationId, plan, effectiveFrom }) => {
    if (plan.kind !== 'asNeeded') return [];
    const times = Array.from({ length: days }, (_, day) => now - day * msPerDay - 5 * msPerHour);
    return times
      .filter(
        (at, day) => at > effectiveFrom && (day === 0 || chanceOf(`${versionId} ${day}`)('hurts') < 0.35),
      )
      .map((at, index) => {
        const actualAt = new Date(Math.round(at / msPerMinute) * msPerMinute);
        return {
          id: uuidV7(),
          profileId,
          medicationId,
          versionId,
          actualAt,
          recordedAt: actualAt,
          recordedBy: recorders[index % recorders.length] ?? null,
          status: 'taken' as const,
          amount: plan.amount,
          unit: plan.unit,
          prnReason: plan.unit === 'tablet' ? (pains[index % pains.length] ?? '') : plan.reason,
        };
      });
  });
}

/** Numbers between 0 and 1 that are the same for the same dose each time. */
function chanceOf(dose: string): Chance {
  return (what) => {
    let hash = 2166136261;
    for (const letter of `${dose} ${what}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 2246822507);
    return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
  };
}
