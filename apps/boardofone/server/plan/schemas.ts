import { z } from 'zod';

const TierName = z.enum(['free', 'pro', 'enterprise']);

/** Tiers that people buy by themselves. */
export const BeginCheckout = z.object({ tier: z.enum(['pro'], 'This tier is not sold here.') });
export type BeginCheckout = z.infer<typeof BeginCheckout>;

export const ProviderPage = z.object({ url: z.url() });
export type ProviderPage = z.infer<typeof ProviderPage>;

export const Plan = z.object({
  tier: TierName,
  sessionsThisMonth: z.int(),
  tiers: z.array(
    z.object({ name: TierName, sessionsPerMonth: z.int(), seatsMax: z.int(), capMaxUsd: z.number() }),
  ),
  /** Whether tiers can be bought on this installation. */
  isForSale: z.boolean(),
  /** What is paid for, or was last. */
  subscription: z
    .object({
      tier: TierName,
      state: z.enum(['active', 'past_due', 'unpaid', 'ended']),
      periodEndsAt: z.date().nullable(),
      isEnding: z.boolean(),
    })
    .nullable(),
});
export type Plan = z.infer<typeof Plan>;

export const OfferedTier = z.object({
  tier: TierName,
  /** In the smallest unit of the currency. */
  amount: z.int().nullable(),
  currency: z.string(),
  every: z.enum(['day', 'week', 'month', 'year']),
  everyCount: z.int(),
});
export type OfferedTier = z.infer<typeof OfferedTier>;

/** What the provider says of the checkout that was begun last. */
export const CheckoutState = z.object({ status: z.enum(['none', 'open', 'complete']) });
export type CheckoutState = z.infer<typeof CheckoutState>;
