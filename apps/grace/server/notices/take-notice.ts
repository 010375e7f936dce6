import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { medications } from '../../db/schema/medications.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import type { NoticeKind } from '../../notices/schemas.ts';
import { localAt } from '../../schedule/zone.ts';
import { type NoticeText, noticeText } from './notice-text.ts';
import { isStillNeeded } from './still-needed.ts';

/** A notice that is to go out now. */
export interface TakenNotice {
  profileId: string;
  kind: NoticeKind;
  pushedTo: string[];
  /** For a locked screen. */
  text: NoticeText;
}

const msPerHour = 3_600_000;

/** Takes a notice whose time has come, or cancels it where there is nothing left to say; undefined when nothing is to be sent. */
export async function takeNotice(
  tx: Tx,
  noticeId: string,
  userId: string,
  now: Date,
): Promise<TakenNotice | undefined> {
  const [notice] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.id, noticeId), eq(notices.userId, userId)))
    .for('update');
  if (!notice || notice.status === 'cancelled') return undefined;
  const isMine = and(eq(notices.id, noticeId), eq(notices.userId, userId));
  if (notice.status === 'waiting') {
    if (!(await isStillNeeded(tx, notice, now.getTime()))) {
      await tx.update(notices).set({ status: 'cancelled' }).where(isMine);
      return undefined;
    }
    await tx.update(notices).set({ status: 'sent', sentAt: now }).where(isMine);
  } else if (isOver(notice, now)) return undefined;
  const [person] = await tx
    .select({
      name: profiles.preferredName,
      timeZone: profiles.timeZone,
      isDiscreet: profiles.isDiscreet,
      medicationName: medications.name,
      caregiverName: caregivers.name,
      caregiverUserId: caregivers.userId,
    })
    .from(profiles)
    .leftJoin(
      medications,
      and(eq(medications.id, notice.medicationId ?? noticeId), eq(medications.profileId, profiles.id)),
    )
    .leftJoin(
      caregivers,
      and(eq(caregivers.id, notice.caregiverId ?? noticeId), eq(caregivers.profileId, profiles.id)),
    )
    .where(eq(profiles.id, notice.profileId));
  if (!person) return undefined;
  const { profileId, pushedTo, kind, scheduledAt, onDay } = notice;
  const text = noticeText({
    kind,
    personName: person.name,
    medicationName: person.isDiscreet ? undefined : (person.medicationName ?? undefined),
    time: scheduledAt ? localAt(person.timeZone, scheduledAt.getTime()).time : undefined,
    onDay: onDay ?? undefined,
    caregiverName: person.caregiverUserId === userId ? undefined : (person.caregiverName ?? undefined),
  });
  return { profileId, kind, pushedTo, text };
}

/** Another attempt at devices that were out of reach makes sense for a while, and not once it was seen. */
function isOver(
  {
    sentAt,
    readAt,
    acknowledgedAt,
  }: Pick<typeof notices.$inferSelect, 'sentAt' | 'readAt' | 'acknowledgedAt'>,
  now: Date,
): boolean {
  return Boolean(readAt ?? acknowledgedAt) || now.getTime() - (sentAt?.getTime() ?? 0) > msPerHour;
}
