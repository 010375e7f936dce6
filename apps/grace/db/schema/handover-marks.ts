import { grants, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { index, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { graceSchema } from './grace-schema.ts';
import { isVisible, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/** Up to when each of those who care has read what happened; everybody sees and moves their own mark alone. */
export const handoverMarks = graceSchema.table(
  'handover_marks',
  {
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    readUntil: timestamp('read_until', { withTimezone: true }).notNull(),
  },
  (table) => {
    const own = sql`${table.userId} = (select app.user_id()) and ${isVisible(table.profileId)}`;
    return [
      primaryKey({ columns: [table.profileId, table.userId] }),
      index('handover_marks_user_id_idx').on(table.userId),
      rowPolicy('select_own', 'select', own),
      rowPolicy('insert_own', 'insert', own),
      rowPolicy('update_own', 'update', own),
    ];
  },
);

export const handoverMarksGrants = grants(handoverMarks, {
  authenticated: { select: true, insert: ['profileId', 'userId', 'readUntil'], update: ['readUntil'] },
});
