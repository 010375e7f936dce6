import '@mantine/charts/styles.layer.css';
import { AreaChart } from '@mantine/charts';
import { formatDate } from '../formats/format-date.ts';
import type { Stock } from './use-stock-changes.ts';

type ForecastChartProps = Pick<Stock, 'forecast' | 'unit'> & { height: number };

/** The stock at the end of each day, as steps. */
export function ForecastChart({ forecast, unit, height }: ForecastChartProps) {
  return (
    <AreaChart
      h={height}
      data={forecast.map(({ date, left }) => ({ label: formatDate(date, 'short'), left }))}
      dataKey="label"
      series={[{ name: 'left', label: unit, color: 'var(--ui-accent)' }]}
      curveType="stepAfter"
      withDots={false}
      withGradient={false}
      fillOpacity={0.18}
      withTooltip={false}
      areaProps={{ isAnimationActive: false }}
      xAxisProps={{ minTickGap: 24 }}
      yAxisProps={{ width: 40 }}
      areaChartProps={{ margin: { top: 12 } }}
    />
  );
}
