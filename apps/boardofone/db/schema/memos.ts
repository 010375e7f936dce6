import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { jsonb, unique, uuid } from 'drizzle-orm/pg-core';
import type { Baseline, MemoBody, MinorityPosition } from '../../deliberation/memo.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';

/** What a session came to, in writing. */
export const memos = appSchema.table(
  'memos',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    body: jsonb('body').$type<MemoBody>().notNull(),
    /** Taken from contributions as they are, and not from what a model makes of them. */
    minority: jsonb('minority').$type<MinorityPosition[]>().notNull(),
    baseline: jsonb('baseline').$type<Baseline>().notNull(),
  },
  (table) => [
    inSession('memos', table),
    unique('memos_session_id_unique').on(table.userId, table.sessionId),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const memosGrants = grants(memos, {
  authenticated: { select: true, insert: ['id', 'userId', 'sessionId', 'body', 'minority', 'baseline'] },
});
