import { EmptyState, ErrorState, LoadingState, saveFile, useAnnounce, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { dollars } from '../../money/dollars.ts';
import { type Costs, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { costCsv } from './cost-csv.ts';
import { costParts } from './cost-parts.ts';
import classes from './costs.module.css';
import { formatDay } from './days.ts';
import { RangeFilters } from './range-filters.tsx';
import { SpentBy } from './spent-by.tsx';
import { SpentByDay } from './spent-by-day.tsx';
import { useCostRange } from './use-cost-range.ts';

/** What the person's decisions have cost, by day, phase, model and persona. */
export function CostsPage() {
  const trpc = useTRPC();
  const asked = useCostRange();
  const { range } = asked;
  const { data, error, refetch } = useQuery(
    // Without what other days had cost meanwhile: their sums under these dates would be believed, and exported.
    trpc.costs.read.queryOptions(range ?? skipToken),
  );
  usePageTitle('Costs');
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={page.head}>
        <Title order={1}>Costs</Title>
        <p className={classes.muted}>
          What models were paid for the decisions that you keep, and for trying voices of your own. Deleting a
          decision takes its costs along.
        </p>
      </div>
      <RangeFilters {...asked} />
      {!range ? (
        <p className={classes.muted}>Choose other days to see their costs.</p>
      ) : data ? (
        <Spent costs={data} range={range} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState />
      )}
    </div>
  );
}

function Spent({ costs, range }: { costs: Costs; range: { from: string; to: string } }) {
  const announce = useAnnounce();
  const { total } = costs;
  if (total.calls === 0) {
    const begin = (
      <Button component={Link} href="/new">
        Put a decision before the board
      </Button>
    );
    return (
      <EmptyState title="Nothing was spent in these days" action={begin}>
        <p>Each question to a model is counted here on the day it was asked.</p>
      </EmptyState>
    );
  }
  const download = () => {
    const file = costCsv(costs, range);
    saveFile({ name: file.name, content: new Blob([file.text], { type: file.type }) });
    announce(`Saved as ${file.name}`);
  };
  return (
    <>
      <div className={classes.total}>
        <p>
          <strong>{dollars(total.cost)}</strong> {totalWords(total)}, {formatDay(range.from, 'day')} to{' '}
          {formatDay(range.to, 'day')}
        </p>
        <Button variant="default" leftSection={<IconDownload size={18} stroke={1.7} />} onClick={download}>
          CSV
        </Button>
      </div>
      {Number(total.cost) === 0 && (
        <p className={classes.muted}>Rehearsals cost nothing, and local models have no price.</p>
      )}
      <SpentByDay costs={costs} range={range} />
      <div className={classes.parts}>
        {costParts(costs).map((by) => (
          <SpentBy key={by.title} {...by} total={total} />
        ))}
      </div>
    </>
  );
}

function totalWords({ calls, sessions }: Costs['total']): string {
  const asked = calls === 1 ? '1 call' : `${calls} calls`;
  if (sessions === 0) return `for ${asked}`;
  return `for ${asked} of ${sessions === 1 ? '1 decision' : `${sessions} decisions`}`;
}
