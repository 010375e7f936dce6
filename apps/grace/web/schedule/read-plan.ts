import { problemsByField } from '@commons/ui';
import { SchedulePlan } from '../../schedule/schemas.ts';
import { inputOfDraft } from './input-of-draft.ts';
import type { PlanDraft } from './plan-draft.ts';

/** What is wrong with it, by dotted path: "times.0.amount". */
export type Problems = Record<string, string>;

/** The plan that a draft says, or what is wrong with it. */
export function readPlan(draft: PlanDraft, zone: string): { plan: SchedulePlan | null; problems: Problems } {
  const { data, error } = SchedulePlan.safeParse(inputOfDraft(draft, zone));
  return { plan: data ?? null, problems: problemsOf(error?.issues) };
}

/** The first thing that is wrong at each place. */
export function problemsOf(issues: Parameters<typeof problemsByField>[0]): Problems {
  return problemsByField(issues, (path) => path.join('.'));
}
