import { AppError, type SignedInContext } from '@commons/api';
import { eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';

/** Whose session it is; NOT_FOUND for everybody but the holder. */
export async function sessionProfile(ctx: SignedInContext, sessionId: string): Promise<string> {
  const [session] = await ctx.asUser((tx) =>
    tx.select({ profileId: sessions.profileId }).from(sessions).where(eq(sessions.id, sessionId)),
  );
  if (!session) throw new AppError('NOT_FOUND');
  return session.profileId;
}
