import { auditLog } from '@commons/shared-db';
import { desc, eq } from 'drizzle-orm';
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

/** The newest rows of the person's own audit log, read as the person. */
export async function listActivity(
  { database, session, caller }: AccountContext,
  { limit }: ListActivity,
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
      .where(eq(auditLog.userId, session.userId))
      .orderBy(desc(auditLog.timestamp), desc(auditLog.id))
      .limit(limit),
  );
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceName(userAgent) }));
}
