import { z } from 'zod';
import { StrengthUnit } from '../../medicine/schemas.ts';
import { formatStrength } from '../../medicine/strength.ts';
import { describePlan } from '../../schedule/describe.ts';
import { SchedulePlan } from '../../schedule/schemas.ts';
import { EmergencyCard } from './schemas.ts';

const Composed = EmergencyCard.omit({ medications: true }).extend({
  medications: z.array(
    z.object({
      name: z.string(),
      indication: z.string(),
      strengthAmount: z.string().nullable(),
      strengthUnit: StrengthUnit.nullable(),
      isHeld: z.boolean(),
      plans: z.array(SchedulePlan),
    }),
  ),
});

/** The card out of what the database composed, with doses in the words of every other page. */
export function toCard(composed: unknown): EmergencyCard {
  const { medications, ...card } = Composed.parse(composed);
  return {
    ...card,
    medications: medications.map(({ plans, strengthAmount, strengthUnit, ...medication }) => ({
      ...medication,
      strength: formatStrength({ strengthAmount, strengthUnit }),
      doses: plans.map((plan) => describePlan(plan)),
    })),
  };
}
