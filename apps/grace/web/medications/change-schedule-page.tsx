import { FormFailure, newMessageId, notify, usePageTitle } from '@commons/ui';
import { Button, Radio, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { nameWithStrength } from '../../medicine/strength.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { dayOf, localAt } from '../../schedule/zone.ts';
import { ScheduleEntry } from '../../server/medications/schemas.ts';
import { type Medication, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { draftOfPlan } from '../schedule/plan-draft.ts';
import { PlanEditor } from '../schedule/plan-editor.tsx';
import { PlanPreview } from '../schedule/plan-preview.tsx';
import { problemsOf, readPlan } from '../schedule/read-plan.ts';
import classes from './forms.module.css';
import { currentVersions, planText } from './schedule-in-words.ts';
import { startOfDay } from './start-of-day.ts';
import { WithMedication } from './with-medication.tsx';

type Version = Medication['versions'][number];

/** A new version of a schedule, from now or from a day on. */
export function ChangeSchedulePage() {
  usePageTitle('Change the schedule');
  return (
    <WithMedication>
      {(medication, now) => {
        const [version] = currentVersions(medication, now);
        return version && <ChangeForm medication={medication} current={version} now={now} />;
      }}
    </WithMedication>
  );
}

function ChangeForm({ medication, current, now }: { medication: Medication; current: Version; now: number }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { id, profileId, version } = medication;
  const { zone, scheduleId, lateWindowMinutes } = current;
  const today = dayOf(zone, now);
  const [versionId] = useState(newMessageId);
  const [draft, setDraft] = useState(() => ({ ...draftOfPlan(current.plan, zone, today), startTime: '' }));
  const isUsual = lateWindowMinutes === defaultLateWindowMinutes(current.plan);
  const [values, setValues] = useState(() => ({
    day: '',
    isLater: false,
    reason: '',
    lateWindow: isUsual ? '' : String(lateWindowMinutes),
  }));
  const [submitted, setSubmitted] = useState(false);
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const here = `/p/${profileId}/medications/${id}`;
  const change = useMutation(
    trpc.medications.changeSchedule.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        notify({ title: 'The schedule was changed' });
        navigate(here);
      },
      onError: () => queries.invalidateQueries(),
    }),
  );

  const startsNow = !values.isLater && draft.startDate === today;
  const read = readPlan({ ...draft, startTime: startsNow ? localAt(zone, now).time : '' }, zone);
  const { plan } = read;
  const schedule = ScheduleEntry.safeParse({
    plan,
    lateWindowMinutes: values.lateWindow === '' ? null : Number(values.lateWindow),
  });
  const from = values.isLater ? startOfDay(zone, values.day) : null;
  const problems: Record<string, string> = {
    ...read.problems,
    ...(plan ? problemsOf(schedule.error?.issues ?? []) : {}),
    ...(values.isLater && from === null ? { day: 'Choose a day.' } : {}),
    ...(values.isLater && values.day !== '' && values.day < today ? { day: 'This day is over.' } : {}),
    ...(values.reason.trim() === '' ? { reason: 'Say why, in a few words.' } : {}),
  };
  const shown = submitted ? problems : {};
  return (
    <form
      className={page.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        if (Object.keys(problems).length > 0 || !schedule.data) return;
        const input = { schedule: schedule.data, reason: values.reason, from };
        change.mutate({ profileId, id, version, scheduleId, versionId, ...input });
      }}
    >
      <Title order={1}>{nameWithStrength(medication)}: schedule</Title>
      <p className={page.lead}>
        Now: {planText(current.plan)}. Doses of the past keep this plan, whatever you change.
      </p>
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
        label="Why is it changed?"
        value={values.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        error={shown.reason}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      {plan ? (
        <PlanPreview plan={plan} zone={zone} from={from === null ? now : Date.parse(from)} />
      ) : (
        <p className={classes.state}>The calendar appears here when everything is filled in.</p>
      )}
      {submitted && Object.keys(problems).length > 0 && (
        <p role="alert" className={classes.state}>
          Something is missing or wrong above.
        </p>
      )}
      <FormFailure error={change.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={change.isPending}>
          Change the schedule
        </Button>
        <Button component={Link} href={here} variant="subtle" color="gray">
          Cancel
        </Button>
      </div>
    </form>
  );
}
