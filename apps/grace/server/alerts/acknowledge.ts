import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { safetyAlerts } from '../../db/schema/safety-alerts.ts';
import { changeProfile } from '../care/change-profile.ts';
import { ownStandingGrant, rightsTo } from '../care/rights.ts';
import type { AlertId } from './schemas.ts';

/** Says that somebody sees to it. Whoever is first stands; the second learns who that was by reading again. */
export function acknowledgeAlert(ctx: SignedInContext, { profileId, id }: AlertId): Promise<void> {
  return changeProfile(ctx, profileId, async (tx) => {
    const { isHolder, level } = await rightsTo(tx, ctx, profileId);
    const isAlert = and(eq(safetyAlerts.id, id), eq(safetyAlerts.profileId, profileId));
    const [alert] = await tx
      .select({ acknowledgedAt: safetyAlerts.acknowledgedAt })
      .from(safetyAlerts)
      .where(isAlert);
    if (!alert) throw new AppError('NOT_FOUND');
    if (!isHolder && level === 'view')
      throw new AppError('FORBIDDEN', {
        message: 'Your access lets you look only. Somebody who may log can say that they see to it.',
      });
    if (alert.acknowledgedAt) return;
    const [who] = await tx
      .select({ holder: profiles.holderName, caregiver: caregivers.name })
      .from(profiles)
      .leftJoin(caregivers, ownStandingGrant(ctx))
      .where(eq(profiles.id, profileId));
    const acknowledgedName = (isHolder ? who?.holder : who?.caregiver) ?? ctx.user.name;
    await tx.update(safetyAlerts).set({ acknowledgedName }).where(isAlert);
    await audit(tx, { action: 'alert_acknowledged', resourceType: 'safety_alert', resourceId: id });
  });
}
