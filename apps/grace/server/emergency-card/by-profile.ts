import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { rightsTo } from '../care/rights.ts';
import type { CardId, EmergencyCard } from './schemas.ts';
import { toCard } from './to-card.ts';

/** The emergency card, for the holder or for a caregiver with its scope alone; the database writes the access log. */
export function cardByProfile(ctx: SignedInContext, { profileId }: CardId): Promise<EmergencyCard> {
  return ctx.asUser((tx) => readCard(tx, ctx, profileId));
}

/** The same within a transaction. NOT_FOUND for a stranger, FORBIDDEN without the scope. */
export async function readCard(
  tx: Tx,
  ctx: SignedInContext,
  profileId: string,
  via: 'app' | 'export' = 'app',
): Promise<EmergencyCard> {
  const [row] = await tx.execute<{ card: unknown }>(
    sql`select grace.emergency_card(${profileId}::uuid, ${via}) as card`,
  );
  if (row?.card) return toCard(row.card);
  await rightsTo(tx, ctx, profileId);
  throw new AppError('FORBIDDEN', {
    message:
      'Your access does not include the emergency card. The person, or whoever answers for them, can change it.',
  });
}
