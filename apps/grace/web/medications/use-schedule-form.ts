import { newMessageId, notify } from '@commons/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { otherPlans } from '../../medicine/other-plans.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { misfit } from '../../schedule/misfit.ts';
import { dayOf, localAt } from '../../schedule/zone.ts';
import { ScheduleEntry } from '../../server/medications/schemas.ts';
import { type Medication, useTRPC } from '../client.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import { draftOfPlan } from '../schedule/draft-of-plan.ts';
import { newPlanDraft, type PlanDraft } from '../schedule/plan-draft.ts';
import { problemsOf, readPlan } from '../schedule/read-plan.ts';
import { startOfDay } from './start-of-day.ts';

type Version = Medication['versions'][number];

export interface ScheduleFormProps {
  medication: Medication;
  /** The version that is changed; NULL for one more schedule. */
  current: Version | null;
  now: number;
}

/** The form of a schedule; its problems show once somebody has tried to send it. */
export function useScheduleForm({ medication, current, now }: ScheduleFormProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const { id, profileId, versions } = medication;
  /** The medicine as the form began from it; one more schedule takes nothing from what somebody else did. */
  const [seen, setSeen] = useState(medication.version);
  const version = current ? seen : medication.version;
  const [newId] = useState(newMessageId);
  const scheduleId = current?.scheduleId ?? newId;
  const zone = current?.zone ?? versions.at(-1)?.zone ?? 'UTC';
  const today = dayOf(zone, now);
  const [draft, setDraft] = useState(() => firstDraft(medication, current, zone, today));
  const [values, setValues] = useState(() => firstValues(current));
  const [submitted, setSubmitted] = useState(false);
  const here = `/p/${profileId}/medications/${id}`;
  const settled = (title: string) => ({
    onSuccess: async () => {
      await queries.invalidateQueries();
      notify({ title });
      leadOn(here);
    },
    onError: () => queries.invalidateQueries(),
  });
  const changeSchedule = useMutation(
    trpc.medications.changeSchedule.mutationOptions(settled('The schedule was changed')),
  );
  const addSchedule = useMutation(
    trpc.medications.addSchedule.mutationOptions(settled('The schedule was added')),
  );

  const startsNow = !values.isLater && draft.startDate === today;
  const read = readPlan({ ...draft, startTime: startsNow ? localAt(zone, now).time : '' }, zone);
  const { plan } = read;
  const schedule = ScheduleEntry.safeParse({
    plan,
    lateWindowMinutes: values.lateWindow === '' ? null : Number(values.lateWindow),
  });
  const from = values.isLater ? startOfDay(zone, values.day) : null;
  const fromInstant = from === null ? now : Date.parse(from);
  const others = otherPlans(versions, scheduleId, fromInstant);
  const clash = plan && misfit(plan, others);
  const problems: Record<string, string> = {
    ...read.problems,
    ...(clash ? { [clash.field]: clash.message } : {}),
    ...(plan ? problemsOf(schedule.error?.issues ?? []) : {}),
    ...(values.isLater && from === null ? { day: 'Choose a day.' } : {}),
    ...(values.isLater && values.day !== '' && values.day < today ? { day: 'This day is over.' } : {}),
    ...(current && values.reason.trim() === '' ? { reason: 'Say why, in a few words.' } : {}),
  };
  function submit(): void {
    setSubmitted(true);
    if (Object.keys(problems).length > 0 || !schedule.data) return;
    const { reason } = values;
    const input = { profileId, id, version, scheduleId, schedule: schedule.data, reason, from };
    if (current) changeSchedule.mutate({ ...input, versionId: newId });
    else addSchedule.mutate(input);
  }
  const isPending = changeSchedule.isPending || addSchedule.isPending;
  const isNewer = version !== medication.version && !isPending && !changeSchedule.isSuccess;
  return {
    /** The ways on where somebody else has changed the medicine since. */
    newer: isNewer && {
      onLoad: () => {
        setSeen(medication.version);
        setDraft(firstDraft(medication, current, zone, today));
        setValues(firstValues(current));
        setSubmitted(false);
      },
      onKeep: () => setSeen(medication.version),
    },
    draft,
    changePlan: (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part }),
    values,
    change: (part: Partial<typeof values>) => setValues({ ...values, ...part }),
    submit,
    problems: submitted ? problems : {},
    /** What is planned as things stand, beside the other schedules of the medicine, from an instant on. */
    plan,
    others,
    zone,
    from: fromInstant,
    here,
    failure: changeSchedule.error ?? addSchedule.error,
    isPending,
  };
}

function firstDraft(
  { versions }: Medication,
  current: Version | null,
  zone: string,
  today: string,
): PlanDraft {
  if (current) return { ...draftOfPlan(current.plan, zone, today), startTime: '' };
  return { ...newPlanDraft(today), kind: 'weekly', unit: versions.at(-1)?.plan.unit ?? 'tablet' };
}

function firstValues(current: Version | null) {
  const hasOwnWindow = current && !hasUsualWindow(current);
  const lateWindow = hasOwnWindow ? String(current.lateWindowMinutes) : '';
  return { day: '', isLater: false, reason: '', lateWindow };
}

function hasUsualWindow({ plan, lateWindowMinutes }: Version): boolean {
  return lateWindowMinutes === defaultLateWindowMinutes(plan);
}
