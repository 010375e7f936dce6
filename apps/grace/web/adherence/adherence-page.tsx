import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, SegmentedControl, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { PrintedFor } from '../print/printed-for.tsx';
import classes from './adherence-page.module.css';
import { Report } from './report.tsx';

const periods = [7, 30, 90] as const;
type Period = (typeof periods)[number];

/** How many of the doses that were due were taken, over the last week, month or quarter. */
export function AdherencePage() {
  const [search, setSearch] = useSearchParams();
  const days: Period = periods.find((period) => String(period) === search.get('days')) ?? 30;
  usePageTitle('Taken as planned');
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Taken as planned</Title>
        <SegmentedControl
          className={classes.choice}
          size="md"
          aria-label="Period"
          value={String(days)}
          onChange={(value) => setSearch({ days: value }, { replace: true })}
          data={periods.map((period) => ({ value: String(period), label: `${period} days` }))}
        />
      </div>
      <PrintedFor />
      <LastDays days={days} />
    </div>
  );
}

function LastDays({ days }: { days: Period }) {
  const trpc = useTRPC();
  const { id: profileId, preferredName } = useProfile();
  const { data, error, refetch } = useQuery(trpc.reports.adherence.queryOptions({ profileId, days }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (data.medications.length > 0) return <Report report={data} name={preferredName} />;
  const medicines = (
    <Button component={Link} href={`/p/${profileId}/medications`} size="md">
      Medicines
    </Button>
  );
  return (
    <EmptyState title="Nothing to count yet" action={medicines}>
      <p>Once {preferredName} has a medicine with planned times, this page shows how it goes.</p>
    </EmptyState>
  );
}
