import type { SignedInContext } from '@commons/api';
import { desc, eq, isNotNull } from 'drizzle-orm';
import { safetyAlerts } from '../../db/schema/safety-alerts.ts';
import { rightsTo } from '../care/rights.ts';
import type { Alert, ProfileAlerts } from './schemas.ts';

const newest = 20;

/** What nobody has seen to yet and then what was raised lately, the newest first, for everybody in the person's care. */
export function listAlerts(ctx: SignedInContext, { profileId }: ProfileAlerts): Promise<Alert[]> {
  return ctx.asUser(async (tx) => {
    await rightsTo(tx, ctx, profileId);
    return tx
      .select({
        id: safetyAlerts.id,
        kind: safetyAlerts.kind,
        phrase: safetyAlerts.phrase,
        raisedAt: safetyAlerts.raisedAt,
        acknowledgedAt: safetyAlerts.acknowledgedAt,
        acknowledgedName: safetyAlerts.acknowledgedName,
      })
      .from(safetyAlerts)
      .where(eq(safetyAlerts.profileId, profileId))
      .orderBy(isNotNull(safetyAlerts.acknowledgedAt), desc(safetyAlerts.raisedAt), desc(safetyAlerts.id))
      .limit(newest);
  });
}
