import { AppError, lockCaller, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { count, eq } from 'drizzle-orm';
import { profiles } from '../../db/schema/profiles.ts';

/** For each of them reminders are planned every few minutes, so that nobody holds any number of records. */
const profilesMax = 50;

/** Refuses the record that was just added where its holder has too many. */
export async function assertFewProfiles(tx: Tx, ctx: SignedInContext): Promise<void> {
  await lockCaller(tx, ctx);
  const [row] = await tx.select({ held: count() }).from(profiles).where(eq(profiles.userId, ctx.user.id));
  if ((row?.held ?? 0) > profilesMax)
    throw new AppError('CONFLICT', {
      message: `You answer for ${profilesMax} people already, which is as many as one account can.`,
    });
}
