import { newMessageId, useDraft, useNow } from '@commons/ui';
import { nextSlots } from '../../schedule/next-slots.ts';
import { dayBounds, dayOf, localAt } from '../../schedule/zone.ts';
import { MedicationFacts, ScheduleEntry } from '../../server/medications/schemas.ts';
import { useProfile } from '../frame/profile-context.ts';
import { newPlanDraft, type PlanDraft } from '../schedule/plan-draft.ts';
import { problemsOf, readPlan } from '../schedule/read-plan.ts';
import { type FactsDraft, factsInputOf, newFactsDraft } from './facts-draft.ts';

/** A medicine that is being entered. */
export interface MedicationDraft {
  facts: FactsDraft;
  plan: PlanDraft;
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
    plan: newPlanDraft(today),
    lateWindow: '',
    from: 'now' as const,
    step: 0,
  };
  const change = (part: Partial<MedicationDraft>) =>
    setKept({ text: JSON.stringify({ ...draft, ...part }), attemptId: kept.attemptId ?? newMessageId() });

  const todayStart = dayBounds(zone, today).start;
  const startsToday = draft.plan.startDate === today && draft.from === 'now';
  const { plan, problems: planProblems } = readPlan(
    { ...draft.plan, startTime: startsToday ? localAt(zone, now).time : '' },
    zone,
  );
  const whole = readPlan(draft.plan, zone).plan;
  const [first] = whole ? nextSlots(whole, zone, todayStart, 1) : [];
  const facts = MedicationFacts.safeParse(factsInputOf(draft.facts));
  const schedule = ScheduleEntry.safeParse({
    plan,
    lateWindowMinutes: draft.lateWindow === '' ? null : Number(draft.lateWindow),
  });
  return {
    draft,
    change,
    discard: () => setKept({ text: '' }),
    id: kept.attemptId ?? '',
    zone,
    now,
    from: draft.from === 'today' ? todayStart : now,
    /** Whether something was planned for earlier today. */
    hasEarlierToday: first !== undefined && first.scheduledAt < now,
    plan,
    problems: {
      ...planProblems,
      ...problemsOf(facts.error?.issues ?? []),
      ...(plan ? problemsOf(schedule.error?.issues ?? []) : {}),
    },
    facts: facts.data ?? null,
    schedule: schedule.data ?? null,
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
    typeof draft === 'object' && draft !== null && 'facts' in draft && 'plan' in draft && 'step' in draft
  );
}
