import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { conversations } from '../../db/schema/conversations.ts';
import { mine } from '../conversations/mine.ts';

/** Makes everybody else who wants to add to this conversation wait until the transaction ends. */
export async function lockConversation(
  tx: Tx,
  ctx: SignedInContext,
  id: string,
): Promise<{ userContextId: string }> {
  const [row] = await tx
    .select({ userContextId: conversations.userContextId })
    .from(conversations)
    .where(mine(ctx, id))
    .for('update');
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}
