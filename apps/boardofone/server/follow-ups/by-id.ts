import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { followUpColumns } from './columns.ts';
import type { FollowUp, FollowUpId } from './schemas.ts';

export async function followUpById(ctx: SignedInContext, { id }: FollowUpId): Promise<FollowUp> {
  const [followUp] = await ctx.asUser((tx) =>
    tx
      .select(followUpColumns)
      .from(followUps)
      .where(and(eq(followUps.id, id), eq(followUps.userId, ctx.user.id))),
  );
  if (!followUp) throw new AppError('NOT_FOUND');
  return followUp;
}
