import { Form, FormFailure } from '@commons/ui';
import { Button, Radio, Stack, TextInput, Title } from '@mantine/core';
import { Link } from 'wouter';
import { nameWithStrength } from '../../medicine/strength.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import page from '../page.module.css';
import { PlanEditor } from '../schedule/plan-editor.tsx';
import { PlanPreview } from '../schedule/plan-preview.tsx';
import { planText } from '../schedule/plan-text.ts';
import classes from './forms.module.css';
import { LateWindowField } from './late-window-field.tsx';
import { NewerVersion } from './newer-version.tsx';
import { type ScheduleFormProps, useScheduleForm } from './use-schedule-form.ts';

/** When and how much: a new version of a schedule, or one more of them, from now or from a day on. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { medication, current } = props;
  const form = useScheduleForm(props);
  const { draft, changePlan, values, change, submit, problems, plan, others, zone, from, here } = form;
  const { failure, isPending, newer } = form;
  return (
    <Form className={page.page} onSubmit={submit}>
      <Title order={1}>
        {nameWithStrength(medication)}: {current ? 'schedule' : 'one more schedule'}
      </Title>
      {current && (
        <p className={page.lead}>
          Now: {planText(current.plan)}. Doses of the past keep this plan, whatever you change.
        </p>
      )}
      {others.length > 0 && <p className={page.lead}>Beside it: {others.map(planText).join('; ')}.</p>}
      <PlanEditor draft={draft} change={changePlan} problems={problems} />
      <Radio.Group
        label="From when?"
        size="md"
        value={values.isLater ? 'later' : 'now'}
        onChange={(value) => change({ isLater: value === 'later' })}
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
          onChange={({ currentTarget }) => change({ day: currentTarget.value })}
          error={problems.day}
        />
      )}
      {draft.kind !== 'asNeeded' && (
        <LateWindowField
          value={values.lateWindow}
          usual={plan ? defaultLateWindowMinutes(plan) : 60}
          onChange={(lateWindow) => change({ lateWindow })}
          error={problems.lateWindowMinutes}
        />
      )}
      <TextInput
        label={current ? 'Why is it changed?' : 'Why is it added?'}
        value={values.reason}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        error={problems.reason}
        aria-required={current !== null}
        autoComplete="off"
        dir="auto"
      />
      {plan ? (
        <PlanPreview plans={[plan, ...others]} zone={zone} from={from} />
      ) : (
        <p className={classes.state}>The calendar appears here when everything is filled in.</p>
      )}
      {Object.keys(problems).length > 0 && (
        <p role="alert" className={classes.state}>
          Something is missing or wrong above.
        </p>
      )}
      {newer ? <NewerVersion {...newer} /> : <FormFailure error={failure} />}
      <div className={classes.actions}>
        <Button type="submit" loading={isPending} disabled={newer !== false}>
          {current ? 'Change the schedule' : 'Add the schedule'}
        </Button>
        <Button component={Link} href={here} variant="subtle" color="gray">
          Cancel
        </Button>
      </div>
    </Form>
  );
}
