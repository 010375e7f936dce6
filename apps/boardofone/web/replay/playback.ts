import type { SessionEvent } from '../../deliberation/event.ts';

export const speeds = [1, 2, 4, 8] as const;
export type Speed = (typeof speeds)[number];

const pauseMsMin = 200;
const pauseMsMax = 3_000;

/** How long a moment stands before the next one: as long as it did, within reason, divided by the speed. */
export function msUntilNext(events: readonly SessionEvent[], seq: number, speed: Speed): number {
  const [now, next] = [events[seq - 1], events[seq]];
  if (!now || !next) return pauseMsMin / speed;
  const passed = next.at.getTime() - now.at.getTime();
  return Math.min(pauseMsMax, Math.max(pauseMsMin, passed)) / speed;
}
