import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Outcome, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { CalibrationTable } from './calibration-table.tsx';
import { OutcomeView } from './outcome-view.tsx';
import classes from './outcomes.module.css';

/** What came of the decisions, and how good everybody's forecasts were. */
export function OutcomesPage() {
  const trpc = useTRPC();
  const outcomes = useQuery(trpc.outcomes.list.queryOptions());
  const calibration = useQuery(trpc.outcomes.calibration.queryOptions());
  usePageTitle('What came of it');
  const error = outcomes.error ?? calibration.error;
  if (!outcomes.data || !calibration.data) {
    const readAgain = () => {
      void outcomes.refetch();
      void calibration.refetch();
    };
    return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
  }
  if (outcomes.data.length === 0) {
    const back = (
      <Button component={Link} href="/">
        To your decisions
      </Button>
    );
    return (
      <>
        <h1 className="ui-hidden">What came of it</h1>
        <EmptyState title="Nothing to look back on yet" action={back}>
          <p>When a memo is written, say below it what you decided and what you expect of it.</p>
        </EmptyState>
      </>
    );
  }
  const open = outcomes.data.filter(({ resolvedAt }) => !resolvedAt);
  const reviewed = outcomes.data.filter(({ resolvedAt }) => resolvedAt);
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <Title order={1}>What came of it</Title>
      {open.length > 0 && <OutcomeList title="To look at again" outcomes={open} />}
      {reviewed.length > 0 && <OutcomeList title="Reviewed" outcomes={reviewed} />}
      <CalibrationTable calibration={calibration.data} />
    </div>
  );
}

function OutcomeList({ title, outcomes }: { title: string; outcomes: readonly Outcome[] }) {
  return (
    <section className={classes.section}>
      <Title order={2}>{title}</Title>
      <ul className={classes.list}>
        {outcomes.map((outcome) => (
          <li key={outcome.sessionId} className={classes.item}>
            <h3 dir="auto">
              <Link href={`/sessions/${outcome.sessionId}/memo`}>{outcome.problem.split('\n')[0]}</Link>
            </h3>
            <OutcomeView outcome={outcome} />
          </li>
        ))}
      </ul>
    </section>
  );
}
