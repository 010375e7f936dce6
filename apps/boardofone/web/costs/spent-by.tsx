import { DataTable, Disclosure } from '@commons/ui';
import { Title } from '@mantine/core';
import { dollars } from '../../money/dollars.ts';
import type { Costs } from '../client.ts';
import { Bars } from '../frame/bars.tsx';
import type { CostPart } from './cost-parts.ts';
import classes from './costs.module.css';

interface SpentByProps {
  title: string;
  column: string;
  parts: readonly CostPart[];
  total: Costs['total'];
}

/** What was spent on each phase, model or persona, as bars beside each other and as a table. */
export function SpentBy({ title, column, parts, total }: SpentByProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2}>{title}</Title>
      <div className={classes.bars}>
        <Bars
          title={title}
          bars={parts.map(({ key, name, cost }) => ({
            key,
            label: name,
            value: Number(cost),
            figure: dollars(cost),
          }))}
        />
      </div>
      <Disclosure label="As a table">
        <DataTable
          caption={title}
          columns={[{ label: column }, { label: 'Spent', numeric: true }, { label: 'Calls', numeric: true }]}
          rows={parts.map(({ key, name, cost, calls }) => ({ key, cells: [name, dollars(cost), calls] }))}
          total={['Total', dollars(total.cost), total.calls]}
        />
      </Disclosure>
    </section>
  );
}
