import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import { notices } from '../../db/schema/notices.ts';
import { changeProfile } from '../care/change-profile.ts';
import type { NoticeId } from './schemas.ts';

/** The caller sees to a dose that nobody has logged: nobody else is told about it from now on. */
export async function acknowledgeNotice(ctx: SignedInContext, { id }: NoticeId): Promise<void> {
  const isMine = and(eq(notices.id, id), eq(notices.userId, ctx.user.id));
  const [found] = await ctx.asUser((tx) =>
    tx.select({ profileId: notices.profileId }).from(notices).where(isMine),
  );
  if (!found) throw new AppError('NOT_FOUND');
  await changeProfile(ctx, found.profileId, async (tx) => {
    const at = ctx.now();
    await tx
      .update(notices)
      .set({ acknowledgedAt: at, readAt: at })
      .where(and(isMine, eq(notices.kind, 'dose_open'), isNull(notices.acknowledgedAt)));
    await audit(tx, { action: 'notice_acknowledged', resourceType: 'notice', resourceId: id });
  });
}
