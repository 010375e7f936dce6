import { occurrences } from './occurrences.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import type { Slot } from './slot.ts';

const msPerDay = 86_400_000;
const msPerHour = 3_600_000;

/** A version that another one replaces: the same plan, by the clock of another zone. */
export interface ZoneMove<V extends ScheduleVersion> {
  version: V;
  from: number;
}

/** What has to be planned anew so that doses follow another clock from an instant on; what goes before stays. */
export function zoneMoves<V extends ScheduleVersion>(
  versions: V[],
  zone: string,
  from: number,
): ZoneMove<V>[] {
  return versions
    .filter(({ plan, zone: old }) => plan.kind !== 'asNeeded' && old !== zone)
    .map((version) => ({ version, from: Math.max(from, version.effectiveFrom) }))
    .filter((move) => (move.version.effectiveUntil ?? Number.POSITIVE_INFINITY) > move.from);
}

/** The step from one clock to the other, for one schedule. */
export interface ZoneStep {
  scheduleId: string;
  last: Slot | undefined;
  next: Slot | undefined;
  /** Between these two, and between two of its doses at other times; undefined where there are none. */
  gapMs: number | undefined;
  usualMs: number | undefined;
  /** Closer together than the plan ever has them. */
  isClose: boolean;
}

/**
 * How doses would follow each other over the move: nothing should come as a surprise, least of all two doses close together. A schedule
 * that keeps the clock it has, because only a move that was planned for later is taken back, has no step.
 */
export function zoneSteps(versions: ScheduleVersion[], zone: string, from: number): ZoneStep[] {
  const moves = zoneMoves(versions, zone, from);
  const schedules = [...new Set(moves.map(({ version }) => version.scheduleId))];
  return schedules.flatMap((scheduleId) => {
    const own = versions.filter((version) => version.scheduleId === scheduleId);
    const moved = moves
      .filter(({ version }) => version.scheduleId === scheduleId)
      .map(({ version, from: effectiveFrom }) => ({ ...version, zone, effectiveFrom }));
    const start = Math.min(...moved.map(({ effectiveFrom }) => effectiveFrom));
    const last = occurrences(own, start - 40 * msPerDay, start).at(-1);
    if (own.find(({ id }) => id === last?.versionId)?.zone === zone) return [];
    const next = occurrences(moved, start, start + 40 * msPerDay)[0];
    const usualMs = shortestGap(occurrences(own, start - 3 * msPerDay, start + 40 * msPerDay));
    const gapMs = last && next && next.scheduledAt - last.scheduledAt;
    const isClose = gapMs !== undefined && usualMs !== undefined && gapMs <= usualMs - msPerHour;
    return [{ scheduleId, last, next, gapMs, usualMs, isClose }];
  });
}

function shortestGap(slots: Slot[]): number | undefined {
  const gaps = slots.slice(1).map(({ scheduledAt }, index) => scheduledAt - (slots[index]?.scheduledAt ?? 0));
  return gaps.length > 0 ? Math.min(...gaps) : undefined;
}
