import { and, eq, type SQL } from 'drizzle-orm';
import type { doseLog } from '../../db/schema/dose-log.ts';
import type { notices } from '../../db/schema/notices.ts';

/** Which planned dose of a person it is. */
export interface PlannedDose {
  profileId: string;
  versionId: string;
  localDate: string;
  slot: string;
}

/** Rows of this planned dose. */
export function sameDose(
  table: typeof doseLog | typeof notices,
  { profileId, versionId, localDate, slot }: PlannedDose,
): SQL | undefined {
  return and(
    eq(table.profileId, profileId),
    eq(table.versionId, versionId),
    eq(table.localDate, localDate),
    eq(table.slot, slot),
  );
}
