import type { SignedInContext } from '@commons/api';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import { tiers } from '../../deliberation/tiers.ts';
import { sessionsThisMonth } from '../sessions/sessions-this-month.ts';
import type { Account } from './schemas.ts';

/** What the person may do, and how much of it they have done this month. */
export async function myAccount(ctx: SignedInContext): Promise<Account> {
  return ctx.asUser(async (tx) => {
    const [account] = await tx
      .select({ tier: accounts.tier, consentAt: accounts.consentAt })
      .from(accounts)
      .where(eq(accounts.userId, ctx.user.id));
    const tier = account?.tier ?? 'free';
    return {
      tier,
      consentAt: account?.consentAt ?? null,
      limits: tiers[tier],
      sessionsThisMonth: await sessionsThisMonth(tx, ctx.user.id, ctx.now()),
      model: ctx.models.describe(),
    };
  });
}
