import type { SignedInContext } from '@commons/api';
import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { doseLog } from '../../db/schema/dose-log.ts';
import { medications } from '../../db/schema/medications.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { safetyAlerts } from '../../db/schema/safety-alerts.ts';
import { localAt } from '../../schedule/zone.ts';
import { noticeText } from './notice-text.ts';
import type { ListNotices, NoticePage } from './schemas.ts';

const pageSize = 30;

/** What the caller has been told, the latest first; about people whom they no longer see there is nothing. */
export async function listNotices(ctx: SignedInContext, { cursor }: ListNotices): Promise<NoticePage> {
  const rows = await ctx.asUser((tx) =>
    tx
      .select({
        notice: notices,
        person: profiles,
        medicationName: medications.name,
        caregiver: caregivers,
        loggedId: doseLog.id,
        alertSeenAt: safetyAlerts.acknowledgedAt,
      })
      .from(notices)
      .innerJoin(profiles, eq(profiles.id, notices.profileId))
      .leftJoin(
        medications,
        and(eq(medications.id, notices.medicationId), eq(medications.profileId, notices.profileId)),
      )
      .leftJoin(
        caregivers,
        and(eq(caregivers.id, notices.caregiverId), eq(caregivers.profileId, notices.profileId)),
      )
      .leftJoin(
        doseLog,
        and(
          eq(doseLog.profileId, notices.profileId),
          eq(doseLog.versionId, notices.versionId),
          eq(doseLog.localDate, notices.localDate),
          eq(doseLog.slot, notices.slot),
          isNull(doseLog.enteredInErrorAt),
        ),
      )
      .leftJoin(
        safetyAlerts,
        and(eq(safetyAlerts.id, notices.alertId), eq(safetyAlerts.profileId, notices.profileId)),
      )
      .where(
        and(
          eq(notices.userId, ctx.user.id),
          eq(notices.status, 'sent'),
          cursor ? lt(notices.id, cursor) : undefined,
        ),
      )
      .orderBy(desc(notices.id))
      .limit(pageSize + 1),
  );
  const page = rows.slice(0, pageSize).map(({ notice, person, medicationName, caregiver, ...since }) => ({
    id: notice.id,
    profileId: notice.profileId,
    personName: person.preferredName,
    kind: notice.kind,
    ...noticeText({
      kind: notice.kind,
      personName: person.preferredName,
      medicationName: medicationName ?? undefined,
      time: notice.scheduledAt ? localAt(person.timeZone, notice.scheduledAt.getTime()).time : undefined,
      onDay: notice.onDay ?? undefined,
      caregiverName: caregiver && caregiver.userId !== ctx.user.id ? caregiver.name : undefined,
    }),
    sentAt: (notice.sentAt ?? notice.sendAt).toISOString(),
    isRead: notice.readAt !== null,
    isAcknowledged: notice.acknowledgedAt !== null,
    isSettled: since.loggedId !== null || since.alertSeenAt !== null,
    canAcknowledge: notice.kind === 'dose_open' && notice.acknowledgedAt === null && since.loggedId === null,
  }));
  return { notices: page, hasMore: rows.length > pageSize };
}
