import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { isInForce } from '../../administration/find-slot.ts';
import type { AsNeededPlan } from '../../schedule/schemas.ts';
import { type PlannedVersion, planOf } from '../medications/plan-of.ts';

export type AsNeededVersion = PlannedVersion & { plan: AsNeededPlan };

/** The limits that hold at an instant: those of the version in force then, or of the named one if none is. */
export async function asNeededPlan(
  tx: Tx,
  { profileId, versionId }: { profileId: string; versionId: string },
  at: number,
): Promise<AsNeededVersion> {
  const versions = (await planOf(tx, profileId)).filter(isAsNeeded);
  const named = versions.find(({ id }) => id === versionId);
  if (!named) throw new AppError('NOT_FOUND');
  const current = versions.find((one) => one.scheduleId === named.scheduleId && isInForce(one, at));
  return current ?? named;
}

function isAsNeeded(version: PlannedVersion): version is AsNeededVersion {
  return version.plan.kind === 'asNeeded';
}
