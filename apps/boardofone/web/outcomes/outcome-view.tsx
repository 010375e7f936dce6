import { FormFailure } from '@commons/ui';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Outcome, useTRPC } from '../client.ts';
import page from '../page.module.css';
import classes from './outcomes.module.css';

/** One decision: what is expected of it, and its review once that is done. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const { option, statement, percent, reviewOn, hasHappened, note } = outcome;
  return (
    <>
      <dl className={classes.facts}>
        <dt>Decided for</dt>
        <dd dir="auto">{option}</dd>
        <dt>Expected</dt>
        <dd dir="auto">
          {statement} <span className={classes.likely}>{percent}% likely</span>
        </dd>
        <dt>{hasHappened === null ? 'Look again on' : 'Reviewed'}</dt>
        <dd>
          {hasHappened === null ? dayOf(reviewOn) : hasHappened ? 'Yes, it was so.' : 'No, it was not so.'}
          {note && <span dir="auto"> {note}</span>}
        </dd>
      </dl>
      {hasHappened === null && <Review sessionId={outcome.sessionId} />}
    </>
  );
}

function Review({ sessionId }: { sessionId: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useMutation(
    trpc.outcomes.resolve.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.outcomes.pathKey() }),
    }),
  );
  if (!isOpen) {
    return (
      <div>
        <Button variant="light" onClick={() => setOpen(true)}>
          Say what came of it
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.form}>
      <p className={classes.lead}>Was it so? Once you have said it, it stays.</p>
      <Textarea
        size="md"
        label="What happened (optional)"
        rows={2}
        maxLength={2_000}
        dir="auto"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <FormFailure error={error} />
      <div className={page.actions}>
        <Button loading={isPending} onClick={() => mutate({ sessionId, hasHappened: true, note })}>
          Yes, it was so
        </Button>
        <Button
          variant="default"
          loading={isPending}
          onClick={() => mutate({ sessionId, hasHappened: false, note })}
        >
          No, it was not
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          Later
        </Button>
      </div>
    </div>
  );
}

const dayOf = (date: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));
