import { grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { summarySources } from '../../companion/schemas.ts';
import type { SummarySentence } from '../../companion/summary.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isHeld, isOpened, rowPolicy } from './policies.ts';
import { sessions } from './sessions.ts';

/**
 * What a conversation was about, each sentence with the turns that it comes from. The person sees it first, and caregivers only
 * once the person has shared it.
 */
export const sessionSummaries = graceSchema.table(
  'session_summaries',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    /** Of the session, which those who may read the summary alone do not see. */
    title: varchar('title', { length: 80 }).notNull(),
    talkedFrom: timestamp('talked_from', { withTimezone: true }).notNull(),
    talkedUntil: timestamp('talked_until', { withTimezone: true }).notNull(),
    sentences: jsonb('sentences').$type<SummarySentence[]>().notNull(),
    source: varchar('source', { length: 10, enum: summarySources }).notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }),
    sharedAt: timestamp('shared_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'session_summaries_session_fk',
      columns: [table.sessionId, table.profileId],
      foreignColumns: [sessions.id, sessions.profileId],
    }).onDelete('cascade'),
    unique('session_summaries_session_unique').on(table.sessionId, table.profileId),
    index('session_summaries_profile_id_idx').on(table.profileId, table.talkedFrom, table.id),
    index('session_summaries_shared_at_idx').on(table.sharedAt),
    check('session_summaries_source_check', isOneOf(table.source, summarySources)),
    check(
      'session_summaries_seen_before_shared_check',
      sql`${table.sharedAt} is null or (${table.seenAt} is not null and ${table.seenAt} <= ${table.sharedAt})`,
    ),
    rowPolicy(
      'select_shared',
      'select',
      sql`${isHeld(table.profileId)} or (${isOpened(table.profileId, 'chat_summaries')} and ${table.sharedAt} is not null)`,
    ),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    importPolicy(table.profileId),
  ],
);

export const sessionSummariesGrants = grants(sessionSummaries, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'sessionId', 'title', 'talkedFrom', 'talkedUntil', 'sentences', 'source'],
    update: ['seenAt', 'sharedAt'],
  },
});
