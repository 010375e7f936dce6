import type { SignedInContext } from '@commons/api';
import { tiers } from '../../deliberation/tiers.ts';
import { sessionsThisMonth } from '../sessions/sessions-this-month.ts';
import { readStanding } from './read-standing.ts';
import type { Account } from './schemas.ts';

/** What the person may do, and how much of it they have done this month. */
export async function myAccount(ctx: SignedInContext): Promise<Account> {
  return ctx.asUser(async (tx) => {
    const { tier, consentAt } = await readStanding(tx, ctx.user.id);
    return {
      tier,
      consentAt,
      limits: tiers[tier],
      sessionsThisMonth: await sessionsThisMonth(tx, ctx.user.id, ctx.now()),
      model: ctx.models.describe(),
    };
  });
}
