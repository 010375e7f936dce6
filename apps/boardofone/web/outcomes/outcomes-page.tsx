import { EmptyState, ErrorState, LoadingState, PartFailed, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type OutcomePage, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { CalibrationTable } from './calibration-table.tsx';
import { OutcomeList } from './outcome-list.tsx';

const nextCursor = { getNextPageParam: (last: OutcomePage) => last.nextCursor };
const itemsOf = (pages: readonly OutcomePage[]) => pages.flatMap(({ items }) => items);

/** What came of the decisions, and how good everybody's forecasts were. */
export function OutcomesPage() {
  const trpc = useTRPC();
  const open = useInfiniteQuery(trpc.outcomes.list.infiniteQueryOptions({ isReviewed: false }, nextCursor));
  const reviewed = useInfiniteQuery(
    trpc.outcomes.list.infiniteQueryOptions({ isReviewed: true }, nextCursor),
  );
  const calibration = useQuery(trpc.outcomes.calibration.queryOptions());
  usePageTitle('What came of it');
  if (!open.data || !reviewed.data || calibration.isPending) {
    const error = open.error ?? reviewed.error;
    const readAgain = () => {
      for (const query of [open, reviewed]) void query.refetch();
    };
    return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
  }
  const toReview = itemsOf(open.data.pages);
  const past = itemsOf(reviewed.data.pages);
  if (toReview.length + past.length === 0) {
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
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <Title order={1}>What came of it</Title>
      <OutcomeList title="To look at again" outcomes={toReview} query={open} />
      <OutcomeList title="Reviewed" outcomes={past} query={reviewed} />
      {calibration.data ? (
        <CalibrationTable calibration={calibration.data} />
      ) : (
        <PartFailed query={calibration}>How good the forecasts were could not be worked out.</PartFailed>
      )}
    </div>
  );
}
