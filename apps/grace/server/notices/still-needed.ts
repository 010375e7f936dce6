import type { Tx } from '@commons/shared-db';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { doseLog } from '../../db/schema/dose-log.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { safetyAlerts } from '../../db/schema/safety-alerts.ts';
import { occurrences } from '../../schedule/occurrences.ts';
import { isAlerted } from '../alerts/alerted.ts';
import { sameDose } from '../doses/same-dose.ts';
import { planOf } from '../medications/plan-of.ts';

export type Notice = typeof notices.$inferSelect;

const msPerMinute = 60_000;
/** A reminder that comes later than that would be taken for the next dose. */
const dueForMinutes = 60;

/** Whether there is still something to say when the time of a notice has come. */
export async function isStillNeeded(tx: Tx, notice: Notice, now: number): Promise<boolean> {
  if (notice.kind === 'grant_ends') return await grantStands(tx, notice);
  if (notice.kind === 'safety_alert') return await isAlertOpen(tx, notice);
  if (notice.kind === 'refill_due') return true;
  const { versionId, localDate, slot, scheduledAt, medicationId, profileId } = notice;
  if (!versionId || !localDate || !slot || !scheduledAt || !medicationId) return false;
  const planned = scheduledAt.getTime();
  const versions = await planOf(tx, profileId, { medicationId, from: planned, to: planned + 1 });
  const dose = occurrences(versions, planned, planned + 1).find(
    (one) => one.versionId === versionId && one.localDate === localDate && one.slot === slot,
  );
  if (!dose || dose.isHeld) return false;
  const dueMs = Math.max(dose.lateWindowMinutes, dueForMinutes) * msPerMinute;
  if (notice.kind === 'dose_due' && now > planned + dueMs) return false;
  const plannedDose = { profileId, versionId, localDate, slot };
  const [logged] = await tx
    .select({ id: doseLog.id })
    .from(doseLog)
    .where(and(sameDose(doseLog, plannedDose), isNull(doseLog.enteredInErrorAt)));
  if (logged) return false;
  const [seenTo] = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(sameDose(notices, plannedDose), isNotNull(notices.acknowledgedAt)));
  return seenTo === undefined;
}

async function grantStands(tx: Tx, { caregiverId, profileId }: Notice): Promise<boolean> {
  if (!caregiverId) return false;
  const [grant] = await tx
    .select({ id: caregivers.id })
    .from(caregivers)
    .where(
      and(eq(caregivers.id, caregiverId), eq(caregivers.profileId, profileId), isNull(caregivers.endedAt)),
    );
  return grant !== undefined;
}

/** Nobody has said that they see to it, and the one who is told still may. */
async function isAlertOpen(tx: Tx, { alertId, profileId, userId }: Notice): Promise<boolean> {
  if (!alertId) return false;
  const [alert] = await tx
    .select({ holderId: profiles.userId, caregiverId: caregivers.id })
    .from(safetyAlerts)
    .innerJoin(profiles, eq(profiles.id, safetyAlerts.profileId))
    .leftJoin(
      caregivers,
      and(eq(caregivers.profileId, safetyAlerts.profileId), eq(caregivers.userId, userId), isAlerted),
    )
    .where(
      and(
        eq(safetyAlerts.id, alertId),
        eq(safetyAlerts.profileId, profileId),
        isNull(safetyAlerts.acknowledgedAt),
      ),
    );
  return alert !== undefined && (alert.holderId === userId || alert.caregiverId !== null);
}
