import type { DoseUnit } from './schemas.ts';

/** One planned dose. Local date and slot identify it within its schedule version, whatever the clocks do. */
export interface Slot {
  /** The planned time ("08:00"), or the number of an interval dose counted from the anchor ("n3"). */
  slot: string;
  /** The local day it is planned for. */
  localDate: string;
  /** The wall clock it is planned for: "02:30" even where the clocks skip 02:30. */
  plannedTime: string;
  /** The wall clock at `scheduledAt`; differs from `plannedTime` only where the clocks skip that. */
  localTime: string;
  /** Milliseconds since 1970. */
  scheduledAt: number;
  amount: string;
  unit: DoseUnit;
}
