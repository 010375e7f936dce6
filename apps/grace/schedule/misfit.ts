import type { SchedulePlan } from './schemas.ts';

/** A medicine may have so many schedules at a time. */
export const schedulesMax = 8;

/** Why a plan does not go with the other schedules of its medicine, and which of its fields says so. */
export interface Misfit {
  field: 'kind' | 'unit';
  message: string;
}

/** The stock is counted in one unit, and the limits of doses as needed stand in one place. */
export function misfit(plan: SchedulePlan, others: readonly SchedulePlan[]): Misfit | undefined {
  if (others.length >= schedulesMax)
    return { field: 'kind', message: `At most ${schedulesMax} schedules for one medicine.` };
  const unit = others.find((other) => other.unit !== plan.unit)?.unit;
  if (unit)
    return { field: 'unit', message: `Its other schedule counts in ${unit}. Use the same unit here.` };
  if (plan.kind === 'asNeeded' && others.some(({ kind }) => kind === 'asNeeded'))
    return {
      field: 'kind',
      message: 'There is a schedule for doses as needed already. Change that one.',
    };
  return undefined;
}
