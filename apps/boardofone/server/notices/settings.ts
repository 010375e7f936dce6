import type { SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, ne } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import { lockAccount } from '../account/lock-account.ts';
import type { NoticeSettings, SetMails } from './schemas.ts';

/** Whether mails are sent, and where to. */
export async function noticeSettings(ctx: SignedInContext): Promise<NoticeSettings> {
  const [account] = await ctx.asUser((tx) =>
    tx.select({ hasMails: accounts.hasMails }).from(accounts).where(eq(accounts.userId, ctx.user.id)),
  );
  return { hasMails: account?.hasMails ?? true, canMail: ctx.canMail, email: ctx.user.email };
}

/** Switches mails on or off; one that waits to be sent heeds it as well. */
export async function setMails(ctx: SignedInContext, { hasMails }: SetMails): Promise<NoticeSettings> {
  await ctx.asUser(async (tx) => {
    await lockAccount(tx, ctx.user.id);
    const [changed] = await tx
      .update(accounts)
      .set({ hasMails })
      .where(and(eq(accounts.userId, ctx.user.id), ne(accounts.hasMails, hasMails)))
      .returning({ id: accounts.id });
    const action = hasMails ? 'mails_switched_on' : 'mails_switched_off';
    if (changed) await audit(tx, { action, resourceType: 'account' });
  });
  return noticeSettings(ctx);
}
