import { AppError, type SignedInContext } from '@commons/api';
import { type Tx, uuidV7 } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { checkouts } from '../../db/schema/checkouts.ts';
import { tierNames } from '../../deliberation/tiers.ts';
import { lockAccount } from '../account/lock-account.ts';
import type { Checkout, Order, PaymentSource } from '../payments/payments.ts';
import { newestSubscription } from './newest-subscription.ts';
import { requirePayments } from './require-payments.ts';
import type { BeginCheckout, ProviderPage } from './schemas.ts';

const livesMs = 60 * 60_000;
/** A provider wants half an hour at least, so that one that it never heard of is soon begun anew. */
const unansweredMs = 20 * 60_000;

/** Leads to the page where the person pays. Until that is done or over, every click leads to the same one. */
export async function beginCheckout(
  ctx: SignedInContext,
  source: PaymentSource,
  input: BeginCheckout,
): Promise<ProviderPage> {
  const payments = await requirePayments(source);
  let held = await ctx.asUser((tx) => holdCheckout(tx, ctx, input, undefined));
  let checkout = held.providerId
    ? await payments.checkout(held.providerId, ctx.user.id)
    : await payments.beginCheckout(orderOf(ctx, input, held));
  if (checkout?.status === 'complete') throw beingConfirmed();
  if (checkout?.url) return keep(ctx, held, checkout, checkout.url);

  const over = held.id;
  held = await ctx.asUser((tx) => holdCheckout(tx, ctx, input, over));
  checkout = await payments.beginCheckout(orderOf(ctx, input, held));
  if (!checkout.url) throw new AppError('UNAVAILABLE');
  return keep(ctx, held, checkout, checkout.url);
}

interface HeldCheckout {
  id: string;
  providerId: string | null;
  expiresAt: Date;
  customerId: string | undefined;
}

/** The person's open checkout, or a new one in the place of one that is over. */
async function holdCheckout(
  tx: Tx,
  { user, now }: SignedInContext,
  { tier }: BeginCheckout,
  over: string | undefined,
): Promise<HeldCheckout> {
  const standing = await lockAccount(tx, user.id);
  const paid = await newestSubscription(tx, user.id);
  if ((paid && paid.state !== 'ended') || tierNames.indexOf(standing.tier) >= tierNames.indexOf(tier)) {
    throw new AppError('CONFLICT', {
      message:
        'You have this tier, or a payment for it under way. Change or cancel what you pay for instead.',
    });
  }
  const customerId = paid?.customerId;
  const { id, providerId, expiresAt, createdAt } = checkouts;
  const mine = eq(checkouts.userId, user.id);
  const [found] = await tx.select({ id, providerId, expiresAt, createdAt }).from(checkouts).where(mine);
  // What it led to has been there, and has ended since.
  const isSettled = found && paid && found.createdAt < paid.createdAt;
  if (found && found.id !== over && !isSettled && isOpen(found, now())) return { ...found, customerId };
  await tx.delete(checkouts).where(mine);
  const begun = { id: uuidV7(), expiresAt: new Date(now().getTime() + livesMs) };
  await tx.insert(checkouts).values({ ...begun, userId: user.id, tier });
  return { ...begun, providerId: null, customerId };
}

function isOpen(
  { providerId, expiresAt }: { providerId: string | null; expiresAt: Date },
  now: Date,
): boolean {
  return now.getTime() < expiresAt.getTime() - (providerId ? 0 : livesMs - unansweredMs);
}

function orderOf({ user, siteUrl }: SignedInContext, { tier }: BeginCheckout, held: HeldCheckout): Order {
  const { id: key, expiresAt, customerId } = held;
  const plan = `${siteUrl}/boardofone/plan`;
  return {
    key,
    userId: user.id,
    tier,
    email: user.email,
    customerId,
    expiresAt,
    site: siteUrl,
    doneUrl: `${plan}?from=checkout`,
    leftUrl: plan,
  };
}

async function keep(
  ctx: SignedInContext,
  held: HeldCheckout,
  { id }: Checkout,
  url: string,
): Promise<ProviderPage> {
  if (held.providerId !== id) {
    await ctx.asUser((tx) => tx.update(checkouts).set({ providerId: id }).where(eq(checkouts.id, held.id)));
  }
  return { url };
}

const beingConfirmed = () =>
  new AppError('CONFLICT', {
    message:
      'Your payment has arrived and is being confirmed. Nothing more is to pay; this page shows when it is done.',
  });
