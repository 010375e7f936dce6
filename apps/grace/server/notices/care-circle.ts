import type { Tx } from '@commons/shared-db';
import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { noticeSettings } from '../../db/schema/notice-settings.ts';

/** Who is told what about one person, as the holder sees it. */
export interface CareCircle {
  wantDoses: string[];
  escalation: string[][];
}

/** Whose grants stand and include the medicines, in the order of their escalation, and what each has asked for. */
export async function careCircle(tx: Tx, profileId: string, holderId: string): Promise<CareCircle> {
  const grants = await tx
    .select({ userId: caregivers.userId, order: caregivers.escalationOrder })
    .from(caregivers)
    .where(
      and(
        eq(caregivers.profileId, profileId),
        isNull(caregivers.endedAt),
        lte(caregivers.startsAt, sql`now()`),
        gt(caregivers.endsAt, sql`now()`),
        sql`'medications' = any (${caregivers.scopes})`,
      ),
    )
    .orderBy(asc(caregivers.escalationOrder), asc(caregivers.startsAt));
  const asked = await tx
    .select({ userId: noticeSettings.userId, wantsDoses: noticeSettings.wantsDoses })
    .from(noticeSettings)
    .where(and(eq(noticeSettings.profileId, profileId), isNotNull(noticeSettings.userId)));
  const wants = new Map(asked.map(({ userId, wantsDoses }) => [userId, wantsDoses]));
  const groups = new Map<number, string[]>();
  for (const { userId, order } of grants) {
    if (order !== null && userId !== holderId) groups.set(order, [...(groups.get(order) ?? []), userId]);
  }
  return {
    wantDoses: [
      ...((wants.get(holderId) ?? true) ? [holderId] : []),
      ...grants.filter(({ userId }) => userId !== holderId && wants.get(userId)).map(({ userId }) => userId),
    ],
    escalation: [...groups.values()],
  };
}
