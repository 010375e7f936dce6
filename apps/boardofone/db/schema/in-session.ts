import { type AnyPgColumn, foreignKey } from 'drizzle-orm/pg-core';
import { sessions } from './sessions.ts';

/** Ties a row to a session of its own person, and lets it go with the session. */
export function inSession(table: string, columns: { sessionId: AnyPgColumn; userId: AnyPgColumn }) {
  return foreignKey({
    name: `${table}_session_fk`,
    columns: [columns.sessionId, columns.userId] as [AnyPgColumn, AnyPgColumn],
    foreignColumns: [sessions.id, sessions.userId],
  }).onDelete('cascade');
}
