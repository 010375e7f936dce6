import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import type { CostBar } from './cost-bars.ts';

/** What was spent on each day. */
export function DayChart({ bars, height }: { bars: readonly CostBar[]; height: number }) {
  return (
    <BarChart
      h={height}
      data={bars.map(({ label, cost }) => ({ label, cost: Number(cost) }))}
      dataKey="label"
      series={[{ name: 'cost', label: 'US dollars', color: 'var(--ui-accent)' }]}
      barProps={{ isAnimationActive: false }}
      maxBarWidth={48}
      valueFormatter={(dollars) => `$${Number(dollars.toPrecision(3))}`}
      yAxisProps={{ width: 64 }}
      xAxisProps={{ minTickGap: 16 }}
      withTooltip={false}
      barChartProps={{ margin: { top: 12 } }}
    />
  );
}
