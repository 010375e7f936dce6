import { DataTable } from '@commons/ui';
import { Title } from '@mantine/core';
import { dollars } from '../../money/dollars.ts';
import type { Costs } from '../client.ts';
import { Disclosure } from '../frame/disclosure.tsx';
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
  const highest = Math.max(1e-9, ...parts.map(({ cost }) => Number(cost)));
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2}>{title}</Title>
      <div className={classes.bars} role="img" aria-label={`${title}. The table below has the same figures.`}>
        {parts.map(({ key, name, cost }) => (
          <div key={key} className={classes.bar}>
            <span dir="auto">{name}</span>
            <span className={classes.figure}>{dollars(cost)}</span>
            <span className={classes.track}>
              <span style={{ inlineSize: `${(Number(cost) / highest) * 100}%` }} />
            </span>
          </div>
        ))}
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
