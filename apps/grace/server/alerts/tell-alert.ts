import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { isAlerted } from './alerted.ts';

interface RaisedAlert {
  id: string;
  profileId: string;
  at: Date;
}

/** Has the minute's job tell those around the person, each once. In the transaction that raises the alert, as the holder. */
export async function tellAlert(tx: Tx, { id, profileId, at }: RaisedAlert): Promise<void> {
  const holders = await tx
    .select({ userId: profiles.userId, basis: profiles.basis })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  const alerted = await tx
    .select({ userId: caregivers.userId })
    .from(caregivers)
    .where(and(eq(caregivers.profileId, profileId), isAlerted));
  // Who holds their own record is the one who said it.
  const told = new Set(
    [...holders.filter(({ basis }) => basis !== 'self'), ...alerted].map((one) => one.userId),
  );
  if (told.size === 0) return;
  const notice = {
    profileId,
    kind: 'safety_alert',
    alertId: id,
    key: `safety_alert ${id}`,
    sendAt: at,
  } as const;
  await tx
    .insert(notices)
    .values([...told].map((userId) => ({ ...notice, userId })))
    .onConflictDoNothing();
}
