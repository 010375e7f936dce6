import { AppError } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import type { Owner } from '../owner.ts';
import { sessionColumns } from './columns.ts';
import type { Session, SessionId } from './schemas.ts';

export async function sessionById(ctx: Owner, { id }: SessionId): Promise<Session> {
  const [session] = await ctx.asUser((tx) =>
    tx
      .select(sessionColumns)
      .from(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, ctx.user.id))),
  );
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}
