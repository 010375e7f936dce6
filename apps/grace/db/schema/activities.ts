import { grants, serviceAccess, sharedRead } from '@commons/shared-db';
import { index, integer, timestamp, varchar } from 'drizzle-orm/pg-core';
import { graceSchema } from './grace-schema.ts';
import { topics } from './topics.ts';

/** Small things to do together, each near a topic; the same for everybody and written as topics are. */
export const activities = graceSchema.table(
  'activities',
  {
    id: varchar('id', { length: 40 }).primaryKey(),
    topicId: varchar('topic_id', { length: 40 })
      .notNull()
      .references(() => topics.id),
    title: varchar('title', { length: 60 }).notNull(),
    /** How it is offered, in one sentence. */
    invitation: varchar('invitation', { length: 200 }).notNull(),
    version: integer('version').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('activities_topic_id_idx').on(table.topicId),
    sharedRead(),
    ...serviceAccess('select', 'insert', 'update'),
  ],
);

const written = ['id', 'topicId', 'title', 'invitation', 'version'] as const;

export const activitiesGrants = grants(activities, {
  authenticated: { select: true },
  commons_service: { select: true, insert: written, update: written },
});
