import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { doseEffects } from '../../db/schema/dose-effects.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { isRecorded } from './record.ts';
import type { RecordEffect } from './schemas.ts';

/** Whether a dose taken as needed helped; the first answer stays. */
export async function recordEffect(
  ctx: SignedInContext,
  input: z.output<typeof RecordEffect>,
): Promise<void> {
  const { profileId, administrationId, effect } = input;
  await changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'log');
    if (!(await isRecorded(tx, { id: administrationId, profileId }))) throw new AppError('NOT_FOUND');
    const added = await tx
      .insert(doseEffects)
      .values(input)
      .onConflictDoNothing()
      .returning({ effect: doseEffects.effect });
    if (added.length > 0) return;
    const ofDose = and(
      eq(doseEffects.administrationId, administrationId),
      eq(doseEffects.profileId, profileId),
    );
    const [answer] = await tx.select({ effect: doseEffects.effect }).from(doseEffects).where(ofDose);
    if (answer?.effect !== effect)
      throw new AppError('CONFLICT', { message: 'Somebody else has answered this already.' });
  });
}
