import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, not, sql } from 'drizzle-orm';
import type { allergies } from '../../db/schema/allergies.ts';
import type { conditions } from '../../db/schema/conditions.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';

type LineTable = typeof allergies | typeof conditions;

interface LineKind<Table extends LineTable, Line> {
  table: Table;
  /** As the audit log names it. */
  resourceType: string;
  /** All lines of the person, for the answer. */
  read: (tx: Tx, profileId: string) => Promise<Line[]>;
}

/** Saves a line of the person's health; refuses when it was saved somewhere else since `version` was read. */
export function saveLine<Table extends LineTable, Line>(
  ctx: SignedInContext,
  { table, resourceType, read }: LineKind<Table, Line>,
  { profileId, id, version }: { profileId: string; id: string; version: number },
  values: Partial<Table['$inferInsert']>,
  action: string,
): Promise<Line[]> {
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const own = and(eq(table.id, id), eq(table.profileId, profileId), not(table.isEnteredInError));
    const [found] = await tx.select({ version: table.version }).from<LineTable>(table).where(own);
    if (!found) throw new AppError('NOT_FOUND');
    const saved = await tx
      .update<LineTable>(table)
      .set({ ...values, version: sql`${table.version} + 1` })
      .where(and(own, eq(table.version, version)))
      .returning({ id: table.id });
    if (saved.length === 0) throw new AppError('STALE_VERSION');
    await audit(tx, { action, resourceType, resourceId: id });
    return read(tx, profileId);
  });
}
