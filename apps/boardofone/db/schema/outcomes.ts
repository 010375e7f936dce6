import { grants, ownedBy, ownedColumns, serviceAccess } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { options } from './options.ts';

/** What the owner decided, what they expect of it, and what came of it. A trigger keeps what has been reviewed as it is. */
export const outcomes = appSchema.table(
  'outcomes',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    optionId: uuid('option_id').notNull(),
    /** What will be so if the decision was right: something that is true or false on the day of the review. */
    statement: varchar('statement', { length: 500 }).notNull(),
    /** How likely the owner thinks it is. */
    probability: numeric('probability', { precision: 3, scale: 2 }).notNull(),
    reviewOn: date('review_on').notNull(),
    /** When the owner is to be told that the day has come; null once they were, or have looked by themselves. */
    remindAt: timestamp('remind_at', { withTimezone: true }),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    hasHappened: boolean('has_happened'),
    note: text('note').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    inSession('outcomes', table),
    foreignKey({
      name: 'outcomes_option_fk',
      columns: [table.optionId, table.sessionId],
      foreignColumns: [options.id, options.sessionId],
    }).onDelete('cascade'),
    unique('outcomes_session_id_unique').on(table.userId, table.sessionId),
    index('outcomes_option_id_idx').on(table.optionId, table.sessionId),
    index('outcomes_review_on_idx').on(table.userId, table.reviewOn),
    index('outcomes_remind_at_idx').on(table.remindAt).where(sql`${table.remindAt} is not null`),
    check('outcomes_statement_check', sql`btrim(${table.statement}) <> ''`),
    check('outcomes_probability_check', sql`${table.probability} >= 0 and ${table.probability} <= 1`),
    check(
      'outcomes_resolved_check',
      sql`(${table.resolvedAt} is not null) = (${table.hasHappened} is not null)`,
    ),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
    ...serviceAccess('select'),
  ],
);

export const outcomesGrants = grants(outcomes, {
  // Whom to remind of what and when; not what they expect.
  commons_service: { select: ['sessionId', 'userId', 'remindAt'] },
  authenticated: {
    select: true,
    insert: ['userId', 'sessionId', 'optionId', 'statement', 'probability', 'reviewOn', 'remindAt'],
    update: [
      'optionId',
      'statement',
      'probability',
      'reviewOn',
      'remindAt',
      'resolvedAt',
      'hasHappened',
      'note',
      'version',
    ],
  },
});
