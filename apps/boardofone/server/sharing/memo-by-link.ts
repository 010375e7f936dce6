import { AppError, hashToken, type RequestContext } from '@commons/api';
import { sql } from 'drizzle-orm';
import type { SharedMemo } from '../../deliberation/shared-memo.ts';
import type { ShareToken } from './schemas.ts';

/** The memo for whoever has a link that stands. A link that is wrong, over or ended is NOT_FOUND alike. */
export async function memoByLink(
  ctx: Pick<RequestContext, 'asAnon'>,
  { token }: ShareToken,
): Promise<SharedMemo> {
  const [row] = await ctx.asAnon((tx) =>
    tx.execute<{ memo: SharedMemo | null }>(sql`select boardofone.memo_by_link(${hashToken(token)}) as memo`),
  );
  if (!row?.memo) throw new AppError('NOT_FOUND');
  return row.memo;
}
