import type { SignedInContext } from '@commons/api';
import { eq } from 'drizzle-orm';
import { checkouts } from '../../db/schema/checkouts.ts';
import type { PaymentSource } from '../payments/payments.ts';
import { requirePayments } from './require-payments.ts';
import type { CheckoutState } from './schemas.ts';

/** What the provider says of the person's checkout. It gives nothing: only the provider's signed word does. */
export async function checkoutState(ctx: SignedInContext, source: PaymentSource): Promise<CheckoutState> {
  const payments = await requirePayments(source);
  const [mine] = await ctx.asUser((tx) =>
    tx.select({ providerId: checkouts.providerId }).from(checkouts).where(eq(checkouts.userId, ctx.user.id)),
  );
  const found = mine?.providerId ? await payments.checkout(mine.providerId, ctx.user.id) : undefined;
  return { status: found === undefined || found.status === 'expired' ? 'none' : found.status };
}
