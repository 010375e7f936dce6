import { DataTable } from '@commons/ui';
import { formatAmount } from '../../schedule/amount.ts';
import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import { doseDetails, takenAt } from './day-doses.tsx';
import { type CalendarDose, doseLooks } from './dose-look.ts';

/** Every dose of a month in a table. */
export function MonthList({ data }: { data: Outputs['reports']['month'] }) {
  return (
    <DataTable
      caption={`Doses in ${formatDate(`${data.month}-01`, 'month')}`}
      columns={[{ label: 'Day' }, { label: 'Time' }, { label: 'Medicine' }, { label: 'What became of it' }]}
      rows={data.days.flatMap(({ date, doses }) =>
        doses.map((dose) => ({
          key: dose.key,
          cells: [
            formatDate(date, 'short'),
            formatWallClock(dose.time),
            `${dose.name}, ${formatAmount(dose.amount, dose.unit)}`,
            [becameOf(dose, data.timeZone), ...doseDetails(dose)].join(', '),
          ],
        })),
      )}
    />
  );
}

function becameOf(dose: CalendarDose, timeZone: string): string {
  const taken = takenAt(dose, timeZone);
  return `${doseLooks[dose.state].text}${taken ? ` at ${taken}` : ''}`;
}
