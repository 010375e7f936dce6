import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { findSlot, isInForce } from '../../administration/find-slot.ts';
import type { DoseUnit } from '../../schedule/schemas.ts';
import { type PlannedVersion, planOf } from '../medications/plan-of.ts';

interface DoseName {
  profileId: string;
  versionId: string;
  localDate: string;
  slot: string;
}

/** A planned dose, as the log keeps it. */
export interface PlannedDose {
  profileId: string;
  medicationId: string;
  versionId: string;
  /** Undefined when the plan was changed since, so that no plan asks for it any more. */
  planned: { localDate: string; slot: string; scheduledAt: Date } | undefined;
  amount: string;
  unit: DoseUnit;
}

/**
 * What the plan says of a dose. A report from a device that was offline may name a version that another one has replaced
 * since: then it is the dose of that one, if that has the same.
 */
export async function plannedDose(tx: Tx, name: DoseName): Promise<PlannedDose> {
  const { profileId, versionId, localDate, slot } = name;
  const versions = await planOf(tx, profileId);
  const named = versions.find(({ id }) => id === versionId);
  if (!named) throw new AppError('NOT_FOUND');
  const found = findSlot(named, localDate, slot);
  if (!found) throw new AppError('BAD_INPUT', { message: 'The plan has no such dose. Reload the page.' });
  const inForce = isInForce(named, found.scheduledAt)
    ? { version: named, dose: found }
    : replacementOf(versions, named, name);
  const { version, dose } = inForce ?? { version: named, dose: found };
  return {
    profileId,
    medicationId: version.medicationId,
    versionId: version.id,
    planned: inForce && { localDate, slot, scheduledAt: new Date(dose.scheduledAt) },
    amount: dose.amount,
    unit: dose.unit,
  };
}

function replacementOf(
  versions: PlannedVersion[],
  { scheduleId }: PlannedVersion,
  { localDate, slot }: DoseName,
) {
  for (const version of versions) {
    const dose = version.scheduleId === scheduleId ? findSlot(version, localDate, slot) : undefined;
    if (dose && isInForce(version, dose.scheduledAt)) return { version, dose };
  }
  return undefined;
}
