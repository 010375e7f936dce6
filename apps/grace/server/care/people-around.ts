import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';

/** Ids of those who see the profile: its holder and the caregivers whose grants stand. Empty for whoever does not see it. */
export async function peopleAround(tx: Tx, profileId: string): Promise<string[]> {
  const rows = await tx
    .select({ userId: profiles.userId })
    .from(profiles)
    .where(eq(profiles.id, profileId))
    .unionAll(
      tx
        .select({ userId: caregivers.userId })
        .from(caregivers)
        .where(
          and(
            eq(caregivers.profileId, profileId),
            isNull(caregivers.endedAt),
            lte(caregivers.startsAt, sql`now()`),
            gt(caregivers.endsAt, sql`now()`),
          ),
        ),
    );
  return rows.map(({ userId }) => userId);
}
