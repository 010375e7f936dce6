import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { alreadyLogged } from './already-logged.ts';
import { namesAround } from './people.ts';
import { type Report, record } from './record.ts';
import type { Recorded } from './schemas.ts';

/** One report in one transaction; whoever comes second is told who was first, once what they said is kept. */
export async function reportDose(
  ctx: SignedInContext,
  profileId: string,
  reportOf: (tx: Tx) => Promise<Report>,
): Promise<Recorded> {
  const { report, refusal } = await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    const report = await reportOf(tx);
    const standing = await record(tx, report);
    if (!standing) return { report, refusal: undefined };
    const by = (await namesAround(tx, profileId))(
      standing.recordedBy,
      standing.recordedByName,
      standing.isImported,
    );
    return { report, refusal: alreadyLogged(standing, by, await zoneOf(tx, profileId)) };
  });
  if (refusal) throw refusal;
  return { id: report.id, actualAt: report.actualAt.toISOString() };
}

async function zoneOf(tx: Tx, profileId: string): Promise<string> {
  const [profile] = await tx
    .select({ timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  return profile?.timeZone ?? 'UTC';
}
