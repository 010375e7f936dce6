import { newMessageId, useDraft, useNow } from '@commons/ui';
import { nextSlots } from '../../schedule/next-slots.ts';
import { dayBounds, dayOf, localAt } from '../../schedule/zone.ts';
import { MedicationFacts, ScheduleEntry } from '../../server/medications/schemas.ts';
import { useProfile } from '../frame/profile-context.ts';
import { newPlanDraft, type PlanDraft } from '../schedule/plan-draft.ts';
import { problemsOf, readPlan } from '../schedule/read-plan.ts';
import { readPlans } from '../schedule/read-plans.ts';
import { type FactsDraft, factsInputOf, newFactsDraft } from './facts-draft.ts';

/** One of the schedules that are being entered; the id is its own, chosen once. */
export interface ScheduleDraft {
  id: string;
  plan: PlanDraft;
}

/** A medicine that is being entered. */
export interface MedicationDraft {
  facts: FactsDraft;
  schedules: ScheduleDraft[];
  /** Empty for the usual one. */
  lateWindow: string;
  from: 'now' | 'today';
  step: number;
}

/** What is being entered stays on this device until it is saved, through reload and a lost connection. */
export function useMedicationDraft() {
  const { id: profileId, timeZone: zone } = useProfile();
  const now = useNow().getTime();
  const [kept, setKept] = useDraft(`medication:new:${profileId}`);
  const today = dayOf(zone, now);
  const draft = readDraft(kept.text) ?? {
    facts: newFactsDraft,
    schedules: [{ id: 'first', plan: newPlanDraft(today) }],
    lateWindow: '',
    from: 'now' as const,
    step: 0,
  };
  const change = (part: Partial<MedicationDraft>) =>
    setKept({ text: JSON.stringify({ ...draft, ...part }), attemptId: kept.attemptId ?? newMessageId() });

  const todayStart = dayBounds(zone, today).start;
  const startTime = (plan: PlanDraft) =>
    plan.startDate === today && draft.from === 'now' ? localAt(zone, now).time : '';
  const { plans, problems: planProblems } = readPlans(
    draft.schedules.map(({ plan }) => ({ ...plan, startTime: startTime(plan) })),
    zone,
  );
  const whole = draft.schedules.flatMap(({ plan }) => readPlan(plan, zone).plan ?? []);
  const firsts = whole.flatMap((plan) => nextSlots(plan, zone, todayStart, 1));
  const facts = MedicationFacts.safeParse(factsInputOf(draft.facts));
  const lateWindowMinutes = draft.lateWindow === '' ? null : Number(draft.lateWindow);
  const late = ScheduleEntry.shape.lateWindowMinutes.safeParse(lateWindowMinutes);
  const lateProblem = late.error?.issues[0]?.message;
  const isWhole = plans !== null && facts.success && late.success;
  return {
    draft,
    change,
    discard: () => setKept({ text: '' }),
    id: kept.attemptId ?? '',
    zone,
    now,
    today,
    from: draft.from === 'today' ? todayStart : now,
    /** Whether something was planned for earlier today. */
    hasEarlierToday: firsts.some(({ scheduledAt }) => scheduledAt < now),
    /** Every schedule; NULL while one of them cannot be read. */
    plans,
    problems: {
      ...planProblems,
      ...problemsOf(facts.error?.issues ?? []),
      ...(lateProblem ? { lateWindowMinutes: lateProblem } : {}),
    },
    facts: facts.data ?? null,
    schedules: isWhole
      ? plans.map((plan, index) => ({
          scheduleId: draft.schedules[index]?.id ?? '',
          plan,
          lateWindowMinutes: plan.kind === 'asNeeded' ? null : late.data,
        }))
      : null,
  };
}

export type MedicationEntry = ReturnType<typeof useMedicationDraft>;

function readDraft(text: string): MedicationDraft | null {
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(draft: unknown): draft is MedicationDraft {
  return (
    typeof draft === 'object' && draft !== null && 'facts' in draft && 'schedules' in draft && 'step' in draft
  );
}
