import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import type { TierName } from '../../deliberation/tiers.ts';

/** What a person may do, and since when language models may read what they enter. */
export interface Standing {
  tier: TierName;
  consentAt: Date | null;
}

/** A person's standing as it is at the moment. */
export async function readStanding(tx: Tx, userId: string): Promise<Standing> {
  const [account] = await tx
    .select({ tier: accounts.tier, consentAt: accounts.consentAt })
    .from(accounts)
    .where(eq(accounts.userId, userId));
  return account ?? { tier: 'free', consentAt: null };
}
