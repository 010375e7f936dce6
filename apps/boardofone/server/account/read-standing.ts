import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { givesTier } from '../../deliberation/subscription-states.ts';
import { highestTier, type TierName } from '../../deliberation/tiers.ts';

/** What a person may do, and since when language models may read what they enter. */
export interface Standing {
  tier: TierName;
  consentAt: Date | null;
}

/** A person's standing as it is at the moment: their tier is the highest of what an admin gave and what they pay for. */
export async function readStanding(tx: Tx, userId: string): Promise<Standing> {
  const [account] = await tx
    .select({ tier: accounts.tier, consentAt: accounts.consentAt })
    .from(accounts)
    .where(eq(accounts.userId, userId));
  const paid = await tx
    .select({ tier: subscriptions.tier, state: subscriptions.state })
    .from(subscriptions)
    .where(eq(subscriptions.userId, userId));
  const given = paid.filter(({ state }) => givesTier(state)).map(({ tier }) => tier);
  return {
    tier: highestTier([account?.tier ?? 'free', ...given]),
    consentAt: account?.consentAt ?? null,
  };
}
