import { AppError, type SignedInContext } from '@commons/api';
import type { PaymentSource } from '../payments/payments.ts';
import { newestSubscription } from './newest-subscription.ts';
import { requirePayments } from './require-payments.ts';
import type { ProviderPage } from './schemas.ts';

/** Leads to the provider's page where the person changes or cancels what they pay for. */
export async function openPortal(ctx: SignedInContext, source: PaymentSource): Promise<ProviderPage> {
  const payments = await requirePayments(source);
  const paid = await ctx.asUser((tx) => newestSubscription(tx, ctx.user.id));
  if (!paid) throw new AppError('NOT_FOUND', { message: 'You pay for nothing here.' });
  return { url: await payments.portalUrl(paid.customerId, `${ctx.siteUrl}/boardofone/plan`) };
}
