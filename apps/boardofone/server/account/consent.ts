import type { SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import { lockAccount } from './lock-account.ts';
import { myAccount } from './mine.ts';
import type { Account, GiveConsent } from './schemas.ts';

/** Agrees, or no longer, that language models read what the person enters; without it none is asked. */
export async function giveConsent(ctx: SignedInContext, { isGiven }: GiveConsent): Promise<Account> {
  await ctx.asUser(async (tx) => {
    const { consentAt } = await lockAccount(tx, ctx.user.id);
    if ((consentAt !== null) === isGiven) return;
    await tx
      .update(accounts)
      .set({ consentAt: isGiven ? ctx.now() : null })
      .where(eq(accounts.userId, ctx.user.id));
    await audit(tx, { action: isGiven ? 'consent_given' : 'consent_withdrawn', resourceType: 'account' });
  });
  return myAccount(ctx);
}
