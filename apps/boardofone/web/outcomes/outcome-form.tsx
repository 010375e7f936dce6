import { Form, FormFailure, problemsByField, refusedFields } from '@commons/ui';
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { EventOption } from '../../deliberation/event.ts';
import { RecordOutcome } from '../../server/outcomes/schemas.ts';
import { type Outcome, useTRPC } from '../client.ts';
import page from '../page.module.css';
import classes from './outcomes.module.css';

interface OutcomeFormProps {
  sessionId: string;
  options: readonly EventOption[];
  outcome: Outcome | null;
  onChange: () => void;
  onDone: () => void;
}

/** The owner's own decision, in a form that can be true or false one day. */
export function OutcomeForm({ sessionId, options, outcome, onChange, onDone }: OutcomeFormProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [values, setValues] = useState({
    optionId: outcome?.optionId ?? '',
    statement: outcome?.statement ?? '',
    percent: String(outcome?.percent ?? ''),
    reviewOn: outcome?.reviewOn ?? '',
  });
  // What it began with.
  const [version, setVersion] = useState(outcome?.version ?? null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { mutate, isPending, error, reset } = useMutation(
    trpc.outcomes.record.mutationOptions({
      onSuccess: onDone,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
    }),
  );
  const newer = outcome && outcome.version !== version && !isPending ? outcome : null;
  // The answer got lost, and what was sent did not.
  const isKept = newer !== null && saysTheSame(newer, values);
  const done = useEffectEvent(onDone);
  useEffect(() => {
    if (isKept) done();
  }, [isKept]);
  const change = (part: Partial<typeof values>) => {
    setProblems({});
    setValues({ ...values, ...part });
    onChange();
  };
  function submit() {
    const percent = values.percent === '' ? Number.NaN : Number(values.percent);
    const read = RecordOutcome.safeParse({
      ...values,
      percent,
      sessionId,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      version,
    });
    if (read.success) return mutate(read.data);
    setProblems(problemsByField(read.error.issues));
  }
  const refused = refusedFields(error);
  const problemOf = (field: keyof typeof values | 'timeZone') => problems[field] ?? refused[field];
  return (
    <Form className={classes.form} onSubmit={submit}>
      <p className={classes.lead}>
        The board has no say in it. Write down what you chose and what you expect, and look at it again on a
        day of your choice: that is how you find out whose judgement to trust.
      </p>
      <NativeSelect
        size="md"
        label="I decided for"
        data={[
          { value: '', label: 'Choose an option' },
          ...options.map(({ id, label }) => ({ value: id, label })),
        ]}
        value={values.optionId}
        error={problemOf('optionId')}
        onChange={({ currentTarget }) => change({ optionId: currentTarget.value })}
      />
      <Textarea
        size="md"
        label="If that was right, this will be true"
        description="Something that anybody could answer with yes or no, such as “By May the shop covers its rent”."
        rows={2}
        dir="auto"
        value={values.statement}
        error={problemOf('statement')}
        onChange={({ currentTarget }) => change({ statement: currentTarget.value })}
      />
      <div className={classes.row}>
        <NumberInput
          size="md"
          label="How likely, in percent"
          min={0}
          max={100}
          value={values.percent}
          error={problemOf('percent')}
          onChange={(value) => change({ percent: String(value) })}
        />
        <TextInput
          size="md"
          type="date"
          label="Look at it again on"
          value={values.reviewOn}
          error={problemOf('reviewOn') ?? problemOf('timeZone')}
          onChange={({ currentTarget }) => change({ reviewOn: currentTarget.value })}
        />
      </div>
      {Object.keys(refused).length === 0 && !newer && <FormFailure error={error} />}
      {newer && <Newer outcome={newer} />}
      <div className={page.actions}>
        {!newer && (
          <Button type="submit" loading={isPending}>
            Keep this
          </Button>
        )}
        {newer && !newer.resolvedAt && (
          <Button
            onClick={() => {
              reset();
              setVersion(newer.version);
            }}
          >
            Go on with mine
          </Button>
        )}
        {outcome && (
          <Button variant="default" onClick={onDone}>
            {newer ? 'Take what is kept' : 'Leave it as it was'}
          </Button>
        )}
      </div>
    </Form>
  );
}

function saysTheSame(
  kept: Outcome,
  written: { optionId: string; statement: string; percent: string; reviewOn: string },
): boolean {
  const { optionId, statement, percent, reviewOn } = kept;
  return (
    written.optionId === optionId &&
    written.statement.trim() === statement &&
    Number(written.percent) === percent &&
    written.reviewOn === reviewOn
  );
}

/** Kept from another tab or device while this was being written. */
function Newer({ outcome: { option, statement, percent, resolvedAt } }: { outcome: Outcome }) {
  return (
    <div role="alert" className={classes.newer}>
      <strong>Something else was kept in the meantime.</strong> What you wrote is still here. Kept is: “
      {option}”, and “{statement}” with {percent}%{resolvedAt ? ', reviewed already, so that it stays' : ''}.
    </div>
  );
}
