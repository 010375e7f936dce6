import { auditFor, type Tx, users } from '@commons/shared-db';
import { erasePerson } from '@commons/shared-db/service';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { accountDeletedMail } from '../identity/mails.ts';
import type { AccountContext } from './account-context.ts';
import type { DeleteAccount } from './schemas.ts';
import { untilNoDeadlock } from './until-no-deadlock.ts';

/** Erases the person and all that is theirs, in every app, for good; every device of theirs is signed out by it. */
export async function deleteAccount(
  { service, sessions, mailer, session }: AccountContext,
  { email }: z.infer<typeof DeleteAccount>,
): Promise<void> {
  const erase = async (tx: Tx) => {
    const [person] = await tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, session.userId))
      .for('update');
    if (!person) throw new AppError('UNAUTHENTICATED');
    if (person.email.toLowerCase() !== email.toLowerCase()) {
      throw new AppError('BAD_INPUT', { fields: { email: ['This is not the address of this account.'] } });
    }
    await erasePerson(tx, session.userId);
    // That it happened, and not to whom.
    await auditFor(tx, undefined, { action: 'account_deleted', resourceType: 'user' });
    return person.email;
  };
  const address = await untilNoDeadlock(() => service.asService('delete an account', erase));
  await sessions.refresh();
  await mailer.post(accountDeletedMail(address));
}
