import { AppError } from '@commons/api';
import { misfit } from '../../schedule/misfit.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';

/** Refuses a plan that does not go with the other schedules of its medicine. */
export function assertFits(plan: SchedulePlan, others: readonly SchedulePlan[]): void {
  const found = misfit(plan, others);
  if (!found) return;
  const { field, message } = found;
  throw new AppError('BAD_INPUT', { message, fields: { [`schedule.plan.${field}`]: [message] } });
}
