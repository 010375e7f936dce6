import { Form, FormFailure, newMessageId, notify } from '@commons/ui';
import { Button, Radio, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { otherPlans } from '../../medicine/other-plans.ts';
import { nameWithStrength } from '../../medicine/strength.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { misfit } from '../../schedule/misfit.ts';
import { dayOf, localAt } from '../../schedule/zone.ts';
import { ScheduleEntry } from '../../server/medications/schemas.ts';
import { type Medication, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { draftOfPlan, newPlanDraft, type PlanDraft } from '../schedule/plan-draft.ts';
import { PlanEditor } from '../schedule/plan-editor.tsx';
import { PlanPreview } from '../schedule/plan-preview.tsx';
import { planText } from '../schedule/plan-text.ts';
import { problemsOf, readPlan } from '../schedule/read-plan.ts';
import classes from './forms.module.css';
import { startOfDay } from './start-of-day.ts';

interface ScheduleFormProps {
  medication: Medication;
  /** The version that is changed; NULL for one more schedule. */
  current: Medication['versions'][number] | null;
  now: number;
}

/** When and how much: a new version of a schedule, or one more of them, from now or from a day on. */
export function ScheduleForm({ medication, current, now }: ScheduleFormProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { id, profileId, version, versions } = medication;
  const [newId] = useState(newMessageId);
  const scheduleId = current?.scheduleId ?? newId;
  const zone = current?.zone ?? versions.at(-1)?.zone ?? 'UTC';
  const today = dayOf(zone, now);
  const [draft, setDraft] = useState(() => firstDraft(medication, current, zone, today));
  const [values, setValues] = useState(() => ({
    day: '',
    isLater: false,
    reason: '',
    lateWindow: current && !hasUsualWindow(current) ? String(current.lateWindowMinutes) : '',
  }));
  const [submitted, setSubmitted] = useState(false);
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const here = `/p/${profileId}/medications/${id}`;
  const settled = (title: string) => ({
    onSuccess: async () => {
      await queries.invalidateQueries();
      notify({ title });
      navigate(here);
    },
    onError: () => queries.invalidateQueries(),
  });
  const change = useMutation(
    trpc.medications.changeSchedule.mutationOptions(settled('The schedule was changed')),
  );
  const add = useMutation(trpc.medications.addSchedule.mutationOptions(settled('The schedule was added')));

  const startsNow = !values.isLater && draft.startDate === today;
  const read = readPlan({ ...draft, startTime: startsNow ? localAt(zone, now).time : '' }, zone);
  const { plan } = read;
  const schedule = ScheduleEntry.safeParse({
    plan,
    lateWindowMinutes: values.lateWindow === '' ? null : Number(values.lateWindow),
  });
  const from = values.isLater ? startOfDay(zone, values.day) : null;
  const others = otherPlans(versions, scheduleId, from === null ? now : Date.parse(from));
  const clash = plan && misfit(plan, others);
  const problems: Record<string, string> = {
    ...read.problems,
    ...(clash ? { [clash.field]: clash.message } : {}),
    ...(plan ? problemsOf(schedule.error?.issues ?? []) : {}),
    ...(values.isLater && from === null ? { day: 'Choose a day.' } : {}),
    ...(values.isLater && values.day !== '' && values.day < today ? { day: 'This day is over.' } : {}),
    ...(current && values.reason.trim() === '' ? { reason: 'Say why, in a few words.' } : {}),
  };
  const shown = submitted ? problems : {};
  return (
    <Form
      className={page.page}
      onSubmit={() => {
        setSubmitted(true);
        if (Object.keys(problems).length > 0 || !schedule.data) return;
        const { reason } = values;
        const input = { profileId, id, version, scheduleId, schedule: schedule.data, reason, from };
        if (current) change.mutate({ ...input, versionId: newId });
        else add.mutate(input);
      }}
    >
      <Title order={1}>
        {nameWithStrength(medication)}: {current ? 'schedule' : 'one more schedule'}
      </Title>
      {current && (
        <p className={page.lead}>
          Now: {planText(current.plan)}. Doses of the past keep this plan, whatever you change.
        </p>
      )}
      {others.length > 0 && <p className={page.lead}>Beside it: {others.map(planText).join('; ')}.</p>}
      <PlanEditor draft={draft} change={(part) => setDraft({ ...draft, ...part })} problems={shown} />
      <Radio.Group
        label="From when?"
        size="md"
        value={values.isLater ? 'later' : 'now'}
        onChange={(value) => set({ isLater: value === 'later' })}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="now" label="From now on" size="md" />
          <Radio value="later" label="From a day on" size="md" />
        </Stack>
      </Radio.Group>
      {values.isLater && (
        <TextInput
          type="date"
          label="First day of the new schedule"
          value={values.day}
          onChange={({ currentTarget }) => set({ day: currentTarget.value })}
          error={shown.day}
        />
      )}
      {draft.kind !== 'asNeeded' && (
        <TextInput
          label="Minutes before and after the time in which it is not late"
          description={`Empty for the usual ${plan ? defaultLateWindowMinutes(plan) : 60}. This is a habit of households, not a clinical rule.`}
          inputMode="numeric"
          value={values.lateWindow}
          onChange={({ currentTarget }) => set({ lateWindow: currentTarget.value })}
          error={shown.lateWindowMinutes}
          autoComplete="off"
        />
      )}
      <TextInput
        label={current ? 'Why is it changed?' : 'Why is it added?'}
        value={values.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        error={shown.reason}
        aria-required={current !== null}
        autoComplete="off"
        dir="auto"
      />
      {plan ? (
        <PlanPreview plans={[plan, ...others]} zone={zone} from={from === null ? now : Date.parse(from)} />
      ) : (
        <p className={classes.state}>The calendar appears here when everything is filled in.</p>
      )}
      {submitted && Object.keys(problems).length > 0 && (
        <p role="alert" className={classes.state}>
          Something is missing or wrong above.
        </p>
      )}
      <FormFailure error={change.error ?? add.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={change.isPending || add.isPending}>
          {current ? 'Change the schedule' : 'Add the schedule'}
        </Button>
        <Button component={Link} href={here} variant="subtle" color="gray">
          Cancel
        </Button>
      </div>
    </Form>
  );
}

function firstDraft(
  { versions }: Medication,
  current: ScheduleFormProps['current'],
  zone: string,
  today: string,
): PlanDraft {
  if (current) return { ...draftOfPlan(current.plan, zone, today), startTime: '' };
  return { ...newPlanDraft(today), kind: 'weekly', unit: versions.at(-1)?.plan.unit ?? 'tablet' };
}

function hasUsualWindow({ plan, lateWindowMinutes }: Medication['versions'][number]): boolean {
  return lateWindowMinutes === defaultLateWindowMinutes(plan);
}
