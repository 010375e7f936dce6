import { AppError, hashToken, type RequestContext } from '@commons/api';
import { sql } from 'drizzle-orm';
import type { EmergencyCard, LinkToken } from './schemas.ts';
import { toCard } from './to-card.ts';

/** The card for whoever has a link that stands. A link that is wrong, over or ended is NOT_FOUND alike. */
export async function cardByLink(
  ctx: Pick<RequestContext, 'asAnon'>,
  { token }: LinkToken,
): Promise<EmergencyCard> {
  const [row] = await ctx.asAnon((tx) =>
    tx.execute<{ card: unknown }>(sql`select grace.card_by_link(${hashToken(token)}) as card`),
  );
  if (!row?.card) throw new AppError('NOT_FOUND');
  return toCard(row.card);
}
