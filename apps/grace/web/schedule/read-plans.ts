import { misfit } from '../../schedule/misfit.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import type { PlanDraft } from './plan-draft.ts';
import { type Problems, readPlan } from './read-plan.ts';

/** The plans that several drafts of one medicine say, and what is wrong: "schedules.1.times.0.amount". */
export function readPlans(
  drafts: PlanDraft[],
  zone: string,
): { plans: SchedulePlan[] | null; problems: Problems } {
  const plans: SchedulePlan[] = [];
  const problems: Problems = {};
  for (const [index, draft] of drafts.entries()) {
    const read = readPlan(draft, zone);
    const clash = read.plan && misfit(read.plan, plans);
    const own = clash ? { [clash.field]: clash.message } : read.problems;
    for (const [path, message] of Object.entries(own)) problems[`schedules.${index}.${path}`] = message;
    if (read.plan) plans.push(read.plan);
  }
  return { plans: Object.keys(problems).length === 0 ? plans : null, problems };
}

/** What is wrong with one of them, by the paths of its own fields. */
export function problemsWithin(problems: Problems, index: number): Problems {
  const prefix = `schedules.${index}.`;
  return Object.fromEntries(
    Object.entries(problems)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, message]) => [path.slice(prefix.length), message]),
  );
}
