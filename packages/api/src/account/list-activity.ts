import { auditLog } from '@commons/shared-db';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { AccountContext } from './account-context.ts';
import { deviceName } from './device-name.ts';
import type { ListActivity } from './schemas.ts';

/** Something that was done under somebody's name. */
export interface Activity {
  id: string;
  /** The app that it was done in; null for what no app did. */
  app: string | null;
  /** A noun and a verb in the past tense: `session_killed`. */
  action: string;
  device: string;
  at: Date;
}

/** Rows of the person's own audit log, the newest first and a page at a time, read as the person. */
export async function listActivity(
  { database, session, caller }: AccountContext,
  { limit, before }: ListActivity,
): Promise<Activity[]> {
  const rows = await database.asUser({ ...caller, sessionId: session.id }, (tx) =>
    tx
      .select({
        id: auditLog.id,
        app: auditLog.app,
        action: auditLog.action,
        userAgent: auditLog.userAgent,
        at: auditLog.timestamp,
      })
      .from(auditLog)
      .where(and(eq(auditLog.userId, session.userId), before ? isBefore(before, session.userId) : undefined))
      .orderBy(desc(auditLog.timestamp), desc(auditLog.id))
      .limit(limit),
  );
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) }));
}

/** Compared in the database, whose times are finer than those of JavaScript; somebody else's entry has none before it. */
function isBefore(entry: string, userId: string): SQL {
  return sql`(${auditLog.timestamp}, ${auditLog.id}) < (
    select last.timestamp, last.id from ${auditLog} as last where last.id = ${entry} and last.user_id = ${userId})`;
}
