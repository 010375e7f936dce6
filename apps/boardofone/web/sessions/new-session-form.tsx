import { Form } from '@commons/ui';
import { Button, Collapse, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { templates } from '../../templates/templates.ts';
import { TierFailure } from '../plan/tier-failure.tsx';
import classes from './new-session.module.css';
import { type NewSessionValues, withTemplate } from './new-session-values.ts';
import { type SessionLimits, SessionSettings, settingFields } from './session-settings.tsx';
import { useNewSession } from './use-new-session.ts';

interface NewSessionFormProps {
  draftKey: string;
  /** What the form begins with where there is no draft. */
  initial: NewSessionValues;
  limits: SessionLimits;
}

/** What is to be decided, and what the board should know. */
export function NewSessionForm({ draftKey, initial, limits }: NewSessionFormProps) {
  const { values, problems, failure, isPending, change, submit } = useNewSession(draftKey, initial);
  const [hasMore, setHasMore] = useState(false);
  const text = (field: keyof NewSessionValues) => ({
    value: values[field],
    error: problems[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  return (
    <Form className={classes.form} onSubmit={submit}>
      <NativeSelect
        size="md"
        label="Begin with an outline"
        data={[
          { value: '', label: 'Blank' },
          ...templates.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        description="Its questions, options and panel are proposed as well. What you have typed stays."
        value={values.template}
        error={problems.template}
        onChange={({ currentTarget }) => change(withTemplate(values, currentTarget.value))}
      />
      <Textarea
        label="The decision"
        description="As a question, with the alternatives that you see."
        autosize
        minRows={3}
        dir="auto"
        aria-required
        {...text('problem')}
      />
      <Textarea
        label="What the board should know"
        description="Numbers, people, history. Only what stands here counts as a fact."
        autosize
        minRows={5}
        dir="auto"
        {...text('context')}
      />
      <Textarea
        label="Limits"
        description="What cannot be changed: money, time, people, promises."
        autosize
        minRows={2}
        dir="auto"
        {...text('constraints')}
      />
      <div className={classes.row}>
        <TextInput label="Decide by" type="date" {...text('decideBy')} />
        <NativeSelect
          size="md"
          label="Can it be taken back?"
          data={[
            { value: 'unknown', label: 'I do not know' },
            { value: 'reversible', label: 'Yes, easily' },
            { value: 'costly', label: 'Yes, at a cost' },
            { value: 'irreversible', label: 'No' },
          ]}
          {...text('reversibility')}
        />
      </div>
      <Button
        variant="subtle"
        type="button"
        aria-expanded={hasMore}
        className={classes.more}
        onClick={() => setHasMore(!hasMore)}
      >
        {hasMore ? 'Fewer settings' : 'Seats, rounds and cost'}
      </Button>
      <Collapse expanded={hasMore || settingFields.some((field) => field in problems)}>
        <SessionSettings values={values} problems={problems} limits={limits} change={change} />
      </Collapse>
      <TierFailure error={failure} />
      <div>
        <Button type="submit" loading={isPending}>
          Begin
        </Button>
      </div>
      <p className={classes.hint}>
        First you see questions and options. Nothing more is spent until you approve them.
      </p>
    </Form>
  );
}
