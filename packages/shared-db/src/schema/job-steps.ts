import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { ownedBy } from '../policies/owned-by.ts';
import { serviceAccess } from '../policies/service-access.ts';
import { users } from './users.ts';

/** Which steps of a person's jobs have been done, written in the transaction that did them: a job may run more than once. */
export const jobSteps = pgTable(
  'job_steps',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    jobId: uuid('job_id').notNull(),
    step: varchar('step', { length: 100 }).notNull(),
    doneAt: timestamp('done_at', { withTimezone: true }).notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.jobId, table.step] }),
    ...ownedBy(table.userId, ['select', 'insert']),
    ...serviceAccess('select', 'delete'),
  ],
);

/** Nobody changes a step that was done; the clean-up removes what is old. */
export const jobStepsGrants = grants(jobSteps, {
  authenticated: { select: true, insert: ['userId', 'jobId', 'step'] },
  commons_service: { select: true, delete: true },
});
