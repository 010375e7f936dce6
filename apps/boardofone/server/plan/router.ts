import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import type { PaymentSource } from '../payments/payments.ts';
import { beginCheckout } from './begin-checkout.ts';
import { checkoutState } from './checkout-state.ts';
import { myPlan } from './mine.ts';
import { openPortal } from './open-portal.ts';
import { requirePayments } from './require-payments.ts';
import { BeginCheckout, CheckoutState, OfferedTier, Plan, ProviderPage } from './schemas.ts';

/** Each of these asks the provider, so that one person does not use up what it allows everybody. */
const asksProvider = { limit: { max: 30, per: 'minute' } } as const;

export const planRouter = (payments: PaymentSource) =>
  router({
    mine: signedInProcedure.output(Plan).query(({ ctx }) => myPlan(ctx, payments)),
    offers: signedInProcedure.output(z.array(OfferedTier)).query(async ({ ctx }) => {
      const provider = await requirePayments(payments);
      return [...(await provider.offers(ctx.now()))];
    }),
    checkoutState: signedInProcedure
      .meta(asksProvider)
      .output(CheckoutState)
      .query(({ ctx }) => checkoutState(ctx, payments)),
    beginCheckout: signedInProcedure
      .meta(asksProvider)
      .input(BeginCheckout)
      .output(ProviderPage)
      .mutation(({ ctx, input }) => beginCheckout(ctx, payments, input)),
    openPortal: signedInProcedure
      .meta(asksProvider)
      .output(ProviderPage)
      .mutation(({ ctx }) => openPortal(ctx, payments)),
  });
