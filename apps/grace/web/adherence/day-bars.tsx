import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { formatDate } from '../formats/format-date.ts';
import type { Bar } from './group-days.ts';
import { ticksOf } from './ticks-of.ts';

const series = [
  { name: 'onTime', label: 'On time', color: 'var(--ui-accent)' },
  { name: 'late', label: 'Late', color: 'url(#late-stripes)' },
  { name: 'notTaken', label: 'Not taken', color: 'var(--ui-surface)' },
];

/** Doses of each day, one above the other: taken on time, taken late, not taken. */
export function DayBars({ bars, height }: { bars: Bar[]; height: number }) {
  const data = bars.map((bar) => ({ ...bar, label: formatDate(bar.to, 'short') }));
  return (
    <BarChart
      h={height}
      type="stacked"
      data={data}
      dataKey="label"
      series={series}
      barProps={{ isAnimationActive: false, stroke: 'var(--ui-control)', strokeWidth: 1, strokeOpacity: 1 }}
      yAxisProps={{ allowDecimals: false, width: 32 }}
      xAxisProps={{ ticks: ticksOf(data.map(({ label }) => label)), interval: 0 }}
      withTooltip={false}
      barChartProps={{ margin: { top: 12 } }}
    >
      <defs>
        <pattern
          id="late-stripes"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill="var(--ui-surface)" />
          <rect width="2" height="5" fill="var(--ui-accent)" />
        </pattern>
      </defs>
    </BarChart>
  );
}
