import type { SignedInContext } from '@commons/api';
import { tierNames, tiers } from '../../deliberation/tiers.ts';
import { readStanding } from '../account/read-standing.ts';
import type { PaymentSource } from '../payments/payments.ts';
import { sessionsThisMonth } from '../sessions/sessions-this-month.ts';
import { newestSubscription } from './newest-subscription.ts';
import type { Plan } from './schemas.ts';

/** Where the person stands, and what there is. The provider is not asked, so that it shows while that is away. */
export async function myPlan(ctx: SignedInContext, payments: PaymentSource): Promise<Plan> {
  const isForSale = (await payments()) !== undefined;
  return ctx.asUser(async (tx) => {
    const { tier } = await readStanding(tx, ctx.user.id);
    return {
      tier,
      isForSale,
      tiers: tierNames.map((name) => ({ name, ...tiers[name] })),
      sessionsThisMonth: await sessionsThisMonth(tx, ctx.user.id, ctx.now()),
      subscription: (await newestSubscription(tx, ctx.user.id)) ?? null,
    };
  });
}
