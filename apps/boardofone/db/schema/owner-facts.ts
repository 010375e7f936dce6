import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { contributions } from './contributions.ts';
import { inSession } from './in-session.ts';

/** What the owner told the panel between rounds, by themselves or because a seat had asked. */
export const ownerFacts = appSchema.table(
  'owner_facts',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    /** The first round whose prompts carry it. */
    roundNumber: smallint('round_number').notNull(),
    content: text('content').notNull(),
    /** The contribution that asked. */
    answersId: uuid('answers_id'),
  },
  (table) => [
    inSession('owner_facts', table),
    foreignKey({
      name: 'owner_facts_answers_fk',
      columns: [table.answersId, table.sessionId],
      foreignColumns: [contributions.id, contributions.sessionId],
    }).onDelete('cascade'),
    index('owner_facts_session_id_idx').on(table.userId, table.sessionId),
    index('owner_facts_answers_id_idx').on(table.answersId, table.sessionId),
    check('owner_facts_content_check', sql`btrim(${table.content}) <> ''`),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const ownerFactsGrants = grants(ownerFacts, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'sessionId', 'roundNumber', 'content', 'answersId'],
  },
});
