import { z } from 'zod';

export const GiveConsent = z.object({ isGiven: z.boolean() });
export type GiveConsent = z.infer<typeof GiveConsent>;

export const Account = z.object({
  tier: z.enum(['free', 'pro', 'enterprise']),
  consentAt: z.date().nullable(),
  limits: z.object({ sessionsPerMonth: z.int(), seatsMax: z.int(), capMaxUsd: z.number() }),
  sessionsThisMonth: z.int(),
  model: z.object({ provider: z.string(), model: z.string(), offline: z.boolean() }),
});
export type Account = z.infer<typeof Account>;
