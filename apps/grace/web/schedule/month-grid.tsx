import { dayNumberOf, daysInMonth, isoWeekday } from '../../schedule/calendar-day.ts';
import { formatDate } from '../formats/format-date.ts';
import classes from './plan-preview.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface MonthGridProps {
  /** Such as "2027-03". */
  month: string;
  dosesOn: (localDate: string) => number;
}

/** A month with the number of doses on each day. */
export function MonthGrid({ month, dosesOn }: MonthGridProps) {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const before = isoWeekday(dayNumberOf(`${month}-01`)) - 1;
  const cells: (string | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...Array.from(
      { length: daysInMonth(year, number) },
      (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
    ),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  );
  return (
    <table className={classes.month}>
      <caption>{formatDate(`${month}-01`, 'month')}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" abbr={day}>
              {day.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((date, column) => (
              <td key={column}>{date && <Day date={date} doses={dosesOn(date)} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, doses }: { date: string; doses: number }) {
  return (
    <span className={classes.day} data-doses={doses > 0 || undefined}>
      {Number(date.slice(8))}
      {doses > 0 && (
        <small>
          <span aria-hidden="true">{doses}×</span>
          <span className="ui-hidden">, {doses === 1 ? '1 dose' : `${doses} doses`}</span>
        </small>
      )}
    </span>
  );
}
