import { timestamp, uuid } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { serviceAccess } from '../policies/service-access.ts';
import { users } from '../schema/users.ts';
import { identitySchema } from './identity-schema.ts';

/** A row says that the person has proved the e-mail address of `users` to be theirs; `users` itself keeps its given shape. */
export const emailVerifications = identitySchema.table(
  'email_verifications',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    verifiedAt: timestamp('verified_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => serviceAccess('select', 'insert', 'delete'),
);

/** Only the service login, through which sign-in runs, touches e-mail verifications. */
export const emailVerificationsGrants = grants(emailVerifications, {
  commons_service: { select: true, insert: ['userId'], delete: true },
});
