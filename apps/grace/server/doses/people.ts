import type { Tx } from '@commons/shared-db';
import { asc, eq } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { asImported } from '../import/as-imported.ts';

/** How an account is called by those in one person's care, also after its grant has ended; as it signed once it is gone, or in a file. */
export type NameOf = (userId: string | null, asSigned?: string | null, isImported?: boolean) => string;

export async function namesAround(tx: Tx, profileId: string): Promise<NameOf> {
  const grants = await tx
    .select({ userId: caregivers.userId, name: caregivers.name })
    .from(caregivers)
    .where(eq(caregivers.profileId, profileId))
    .orderBy(asc(caregivers.startsAt));
  const holders = await tx
    .select({ userId: profiles.userId, name: profiles.holderName })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  const names = new Map([...grants, ...holders].map(({ userId, name }) => [userId, name]));
  return (userId, asSigned, isImported) =>
    isImported
      ? asImported(asSigned ?? 'somebody')
      : (userId && names.get(userId)) || asSigned || 'somebody who has left GRACE';
}
