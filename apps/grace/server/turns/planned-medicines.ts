import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { PlannedMedicine } from '../../companion/dose-question.ts';
import { medications } from '../../db/schema/medications.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { nameWithStrength } from '../../medicine/strength.ts';
import { formatAmount } from '../../schedule/amount.ts';
import { occurrences } from '../../schedule/occurrences.ts';
import { slotLabel } from '../../schedule/slot-label.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import { planOf } from '../medications/plan-of.ts';

/** What the person's plan says of the day that it is where they live; nothing else answers questions about doses. */
export async function plannedMedicines(tx: Tx, profileId: string, now: Date): Promise<PlannedMedicine[]> {
  const [person] = await tx
    .select({ timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!person) return [];
  const taken = await tx
    .select({
      id: medications.id,
      name: medications.name,
      ingredients: medications.ingredients,
      strengthAmount: medications.strengthAmount,
      strengthUnit: medications.strengthUnit,
    })
    .from(medications)
    .where(
      and(
        eq(medications.profileId, profileId),
        eq(medications.isEnteredInError, false),
        or(isNull(medications.stoppedAt), gt(medications.stoppedAt, now)),
      ),
    )
    .orderBy(medications.name);
  const { start, end } = dayBounds(person.timeZone, dayOf(person.timeZone, now.getTime()));
  const plan = await planOf(tx, profileId, { from: start, to: end });
  return taken.map((medicine) => {
    const versions = plan.filter(({ medicationId }) => medicationId === medicine.id);
    const times = occurrences(versions, start, end)
      .filter(({ isHeld }) => !isHeld)
      .map((dose) => `${slotLabel(dose)}, ${formatAmount(dose.amount, dose.unit)}`);
    return {
      name: nameWithStrength(medicine),
      ingredients: [medicine.name, ...medicine.ingredients],
      times,
      isAsNeeded: versions.some((version) => version.plan.kind === 'asNeeded'),
    };
  });
}
