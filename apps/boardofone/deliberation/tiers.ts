export const tierNames = ['free', 'pro', 'enterprise'] as const;
export type TierName = (typeof tierNames)[number];

/** What a tier allows; checked when a session is created. */
export interface Tier {
  sessionsPerMonth: number;
  seatsMax: number;
  /** US dollars. */
  capMaxUsd: number;
}

export const tiers: Readonly<Record<TierName, Tier>> = {
  free: { sessionsPerMonth: 10, seatsMax: 5, capMaxUsd: 2 },
  pro: { sessionsPerMonth: 100, seatsMax: 7, capMaxUsd: 20 },
  enterprise: { sessionsPerMonth: 1_000, seatsMax: 7, capMaxUsd: 200 },
};

/** The one that allows most. */
export function highestTier(given: readonly TierName[]): TierName {
  return tierNames.findLast((name) => given.includes(name)) ?? 'free';
}
