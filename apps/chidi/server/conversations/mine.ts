import type { SignedInContext } from '@commons/api';
import { and, eq, isNull } from 'drizzle-orm';
import { conversations } from '../../db/schema/conversations.ts';

/** The person's own conversation of this id, unless they have deleted it. */
export const mine = (ctx: SignedInContext, id: string) =>
  and(eq(conversations.id, id), eq(conversations.userId, ctx.user.id), isNull(conversations.deletedAt));
