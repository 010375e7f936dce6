import { DataTable, Disclosure, lazyPart } from '@commons/ui';
import { Skeleton, Title } from '@mantine/core';
import { Suspense } from 'react';
import { dollars } from '../../money/dollars.ts';
import type { Costs } from '../client.ts';
import { costBars } from './cost-bars.ts';
import classes from './costs.module.css';

const DayChart = lazyPart(() => import('./day-chart.tsx'), 'DayChart');
const height = 220;

interface SpentByDayProps {
  costs: Costs;
  range: { from: string; to: string };
}

/** What was spent on each day, drawn and as a table. */
export function SpentByDay({ costs, range }: SpentByDayProps) {
  const bars = costBars(costs.byDay, range);
  const { total } = costs;
  return (
    <section className={classes.section} aria-labelledby="by-day">
      <Title order={2} id="by-day">
        By day
      </Title>
      {Number(total.cost) > 0 && (
        <div
          className={classes.drawing}
          role="img"
          aria-label="What was spent over time. The table below has the same figures."
        >
          <Suspense fallback={<Skeleton height={height} />}>
            <DayChart bars={bars} height={height} />
          </Suspense>
        </div>
      )}
      <Disclosure label="As a table">
        <DataTable
          caption="What was spent over time"
          columns={[{ label: 'When' }, { label: 'Spent', numeric: true }, { label: 'Calls', numeric: true }]}
          rows={bars
            .filter(({ calls }) => calls > 0)
            .map(({ key, name, cost, calls }) => ({ key, cells: [name, dollars(cost), calls] }))}
          total={['Total', dollars(total.cost), total.calls]}
        />
      </Disclosure>
    </section>
  );
}
