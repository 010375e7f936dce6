import { commonsOwner, grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgPolicy,
  smallint,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { pauseReasons } from '../../deliberation/states.ts';
import { mailNames } from '../../mails/mail-template.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { mailTemplates } from './mail-templates.ts';

/** What a person is told: that a session is done, or has stopped by itself. Once for each run of the session. */
export const notices = appSchema.table(
  'notices',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    kind: varchar('kind', { length: 12, enum: mailNames }).notNull(),
    /** Why it stopped. */
    reason: varchar('reason', { length: 20, enum: pauseReasons }),
    run: integer('run').notNull(),
    /** Of the mail, which may wait while a newer version comes. */
    templateVersion: smallint('template_version').notNull(),
    /** SHA-256 of the token by which its mail ends mails, in hexadecimal. */
    unsubscribeHash: varchar('unsubscribe_hash', { length: 64 }),
    readAt: timestamp('read_at', { withTimezone: true }),
  },
  (table) => [
    inSession('notices', table),
    foreignKey({
      name: 'notices_template_fk',
      columns: [table.kind, table.templateVersion],
      foreignColumns: [mailTemplates.name, mailTemplates.version],
    }),
    index('notices_template_idx').on(table.kind, table.templateVersion),
    unique('notices_once_unique').on(table.userId, table.sessionId, table.kind, table.run),
    check('notices_kind_check', isOneOf(table.kind, mailNames)),
    check('notices_reason_check', sql`(${table.kind} = 'paused') = (${table.reason} is not null)`),
    index('notices_unsubscribe_hash_idx').on(table.unsubscribeHash),
    check('notices_unsubscribe_hash_check', sql`${table.unsubscribeHash} ~ '^[0-9a-f]{64}$'`),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
    // What the function that ends mails reads: the one notice whose token it was given.
    pgPolicy('select_token', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.unsubscribeHash} = (select boardofone.token_in_hand())`,
    }),
  ],
);

export const noticesGrants = grants(notices, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'sessionId', 'kind', 'reason', 'run', 'templateVersion', 'unsubscribeHash'],
    update: ['readAt', 'unsubscribeHash'],
  },
});
