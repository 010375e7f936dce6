import { sql } from 'drizzle-orm';
import type { Caller } from './context/open-database.ts';
import type { Tx } from './context/run-in-transaction.ts';

/** What an audit row says: `action` is a past-tense verb with its noun, for example `conversation_deleted`. */
export interface AuditEntry {
  action: string;
  resourceType: string;
  resourceId?: string | undefined;
  /** Never what people wrote or any secret: ids, counts and names of changed fields. */
  details?: Record<string, unknown> | undefined;
}

/** Adds a row to the caller's audit log in the transaction of what it records. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.execute(
    sql`select app.audit(${entry.action}, ${entry.resourceType}, ${entry.resourceId ?? null}, ${asJson(entry.details)}::jsonb)`,
  );
}

/** The same for a privileged path, which says whose log it is and what the request was; `caller` undefined means nobody's. */
export async function auditFor(tx: Tx, caller: Caller | undefined, entry: AuditEntry): Promise<void> {
  const { userId, ...request } = caller ?? { userId: undefined };
  await tx.execute(
    sql`select app.audit_for(${userId ?? null}::uuid, ${entry.action}, ${entry.resourceType}, ${entry.resourceId ?? null},
      ${asJson(entry.details)}::jsonb, ${asJson(request)}::jsonb)`,
  );
}

const asJson = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
