import type { SignedInContext } from '@commons/api';
import { adherenceOf } from '../../schedule/adherence.ts';
import { addDays } from '../../schedule/calendar-day.ts';
import { type Dose, dosesBetween } from '../../schedule/doses.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import { assertWithin } from '../care/rights.ts';
import { planOf } from '../medications/plan-of.ts';
import { readLog } from './read-log.ts';
import { readNames } from './read-names.ts';
import type { AdherenceOf, AdherenceReport } from './schemas.ts';
import { zoneOf } from './zone-of.ts';

/** The figures of the last days, altogether, by medicine and by day of the person. */
export async function adherenceReport(
  ctx: SignedInContext,
  { profileId, days }: AdherenceOf,
): Promise<AdherenceReport> {
  const now = ctx.now().getTime();
  const read = await ctx.asUser(async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'view');
    const timeZone = await zoneOf(tx, profileId);
    const to = dayOf(timeZone, now);
    const from = addDays(to, 1 - days);
    const bounds = { from: dayBounds(timeZone, from).start, to: dayBounds(timeZone, to).end };
    return {
      ...{ timeZone, from, to, bounds },
      names: await readNames(tx, profileId),
      versions: await planOf(tx, profileId, { from: bounds.from }),
      log: await readLog(tx, profileId, bounds),
    };
  });
  const { timeZone, from, to, bounds, names, versions, log } = read;
  const known = versions.filter(({ medicationId }) => names.has(medicationId));
  const medicationOf = new Map(known.map(({ id, medicationId }) => [id, medicationId]));
  const doses = dosesBetween(known, log.planned, bounds.from, bounds.to, now);
  const of = (isOne: (dose: Dose) => boolean) => adherenceOf(doses.filter(isOne));
  const dates = Array.from({ length: days }, (_, index) => addDays(from, index));
  const taken = new Set(doses.map(({ versionId }) => medicationOf.get(versionId)));
  return {
    ...{ from, to, timeZone },
    total: adherenceOf(doses),
    medications: [...names]
      .filter(([medicationId]) => taken.has(medicationId))
      .map(([medicationId, name]) => ({
        medicationId,
        name,
        figures: of(({ versionId }) => medicationOf.get(versionId) === medicationId),
      })),
    byDay: dates.map((date) => ({
      date,
      figures: of(({ scheduledAt }) => dayOf(timeZone, scheduledAt) === date),
    })),
  };
}
