import { sql } from 'drizzle-orm';
import { index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { serviceAccess } from '../policies/service-access.ts';
import { users } from '../schema/users.ts';
import { identitySchema } from './identity-schema.ts';

/** Whom a bearer token of another issuer stands for: its subject there, and the person here. */
export const externalSubjects = identitySchema.table(
  'external_subjects',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    /** Tokens issued earlier are refused: they were signed out. */
    notBefore: timestamp('not_before', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('external_subjects_user_id_idx').on(table.userId),
    unique('external_subjects_issuer_subject_unique').on(table.issuer, table.subject),
    ...serviceAccess('select', 'insert', 'update', 'delete'),
  ],
);

/** Only the service login, through which sign-in runs, touches external subjects. */
export const externalSubjectsGrants = grants(externalSubjects, {
  commons_service: {
    select: true,
    insert: ['id', 'userId', 'issuer', 'subject'],
    update: ['notBefore'],
    delete: true,
  },
});
