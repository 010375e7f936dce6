import { grants, serviceAccess, sharedRead } from '@commons/shared-db';
import { integer, jsonb, text, timestamp, varchar } from 'drizzle-orm/pg-core';
import type { TopicQuestion } from '../../companion/topic.ts';
import { graceSchema } from './grace-schema.ts';

/** What one can talk about; the same for everybody. The service writes it from `db/seed/`, and nobody else. */
export const topics = graceSchema.table(
  'topics',
  {
    id: varchar('id', { length: 40 }).primaryKey(),
    title: varchar('title', { length: 60 }).notNull(),
    /** Words by which a sentence is known to be about it. */
    keywords: text('keywords').array().notNull(),
    /** First lines of a conversation. */
    openers: text('openers').array().notNull(),
    /** What to ask on the way, each with a choice of two. */
    questions: jsonb('questions').$type<TopicQuestion[]>().notNull(),
    /** Of the data that the row came from. */
    version: integer('version').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  () => [sharedRead(), ...serviceAccess('select', 'insert', 'update')],
);

const written = ['id', 'title', 'keywords', 'openers', 'questions', 'version'] as const;

export const topicsGrants = grants(topics, {
  authenticated: { select: true },
  commons_service: { select: true, insert: written, update: written },
});
