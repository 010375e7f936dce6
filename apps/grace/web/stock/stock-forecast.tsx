import { DataTable, Disclosure, lazyPart } from '@commons/ui';
import { formatAmount } from '../../schedule/amount.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { formatDate } from '../formats/format-date.ts';
import type { Stock } from './use-stock-changes.ts';

const ForecastChart = lazyPart(() => import('./forecast-chart.tsx'), 'ForecastChart');
const height = 200;

/** How the stock will go down, drawn when somebody asks. */
export function StockForecast({ stock: { name, unit, forecast } }: { stock: Stock }) {
  return (
    <Disclosure label="The days to come" isLazy>
      <ChartFigure
        label={`${name} that will be left on each of the next ${forecast.length} days`}
        height={height}
        table={
          <DataTable
            caption={`${name} left at the end of the day`}
            columns={[{ label: 'Day' }, { label: 'Left', numeric: true }]}
            rows={forecast.map(({ date, left }) => ({
              key: date,
              cells: [formatDate(date, 'weekday'), formatAmount(String(left), unit)],
            }))}
          />
        }
      >
        <ForecastChart forecast={forecast} unit={unit} height={height} />
      </ChartFigure>
    </Disclosure>
  );
}
