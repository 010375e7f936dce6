import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { noticeSettings } from '../../db/schema/notice-settings.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { nextDigestAt } from './next-digest.ts';
import type { OfProfile, SaveNoticeSettings, SettingsFacts } from './schemas.ts';

/** What the caller wants to be told about one person. */
export async function settingsFor(ctx: SignedInContext, { profileId }: OfProfile): Promise<SettingsFacts> {
  return ctx.asUser(async (tx) => {
    const { userId } = await visibleProfile(tx, profileId);
    const [saved] = await tx
      .select({ wantsDoses: noticeSettings.wantsDoses, digestTime: noticeSettings.digestTime })
      .from(noticeSettings)
      .where(and(eq(noticeSettings.profileId, profileId), eq(noticeSettings.userId, ctx.user.id)));
    const usual = { wantsDoses: userId === ctx.user.id, digestTime: null };
    return { ...(saved ?? usual), canMail: ctx.canMail, email: ctx.user.email };
  });
}

/** Saves it; a digest begins at its next time on the person's clock. */
export async function saveSettings(
  ctx: SignedInContext,
  { profileId, wantsDoses, digestTime, hourCycle }: SaveNoticeSettings,
): Promise<void> {
  await ctx.asUser(async (tx) => {
    const { timeZone } = await visibleProfile(tx, profileId);
    const values = {
      wantsDoses,
      digestTime,
      hourCycle,
      nextDigestAt: digestTime === null ? null : nextDigestAt(timeZone, digestTime, ctx.now()),
    };
    await tx
      .insert(noticeSettings)
      .values({ profileId, userId: ctx.user.id, ...values })
      .onConflictDoUpdate({ target: [noticeSettings.profileId, noticeSettings.userId], set: values });
  });
}

async function visibleProfile(tx: Tx, profileId: string) {
  const [profile] = await tx
    .select({ userId: profiles.userId, timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('NOT_FOUND');
  return profile;
}
