import { ErrorState, LoadingState } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventOption } from '../../deliberation/event.ts';
import { useTRPC } from '../client.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { OutcomeView } from './outcome-view.tsx';
import classes from './outcomes.module.css';

interface OutcomeSectionProps {
  sessionId: string;
  options: readonly EventOption[];
}

/** What the owner decided after the memo, what they expect, and what came of it. */
export function OutcomeSection({ sessionId, options }: OutcomeSectionProps) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.outcomes.bySession.queryOptions({ sessionId }));
  // From the first key on: what is typed stays, whatever is kept on another device meanwhile.
  const [isChanging, setChanging] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="outcome">
      <Title order={2} id="outcome">
        What you decided
      </Title>
      {data === undefined ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState />
        )
      ) : data === null || isChanging ? (
        <OutcomeForm
          sessionId={sessionId}
          options={options}
          outcome={data}
          onChange={() => setChanging(true)}
          onDone={() => setChanging(false)}
        />
      ) : (
        <>
          <OutcomeView outcome={data} />
          {!data.resolvedAt && (
            <div>
              <Button variant="default" onClick={() => setChanging(true)}>
                Change what I expect
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
