import type { DoseUnit } from './schemas.ts';

/** What a log entry says of a planned dose; entries made in error are left out before they come here. */
export interface Administration {
  versionId: string;
  localDate: string;
  slot: string;
  outcome: 'taken' | 'partial' | 'skipped';
  /** When it really happened, in milliseconds since 1970; of a skipped dose, when it was decided. */
  actualAt: number;
  /** What was really taken; "0" when skipped. */
  amount: string;
  unit: DoseUnit;
  /** Skipped because a clinician said so: such a dose doesn't count against anybody. */
  isClinicianTold?: boolean;
}

/** A dose taken as needed. */
export interface AsNeededAdministration {
  actualAt: number;
  amount: string;
}
