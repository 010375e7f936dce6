import { monthWeeks } from '../calendar/month-weeks.ts';
import { formatDate } from '../formats/format-date.ts';
import { weekdayName, weekdaysHere } from '../formats/weekdays.ts';
import classes from './plan-preview.module.css';

interface MonthGridProps {
  /** Such as "2027-03". */
  month: string;
  dosesOn: (localDate: string) => number;
}

/** A month with the number of doses on each day. */
export function MonthGrid({ month, dosesOn }: MonthGridProps) {
  const weekdays = weekdaysHere();
  return (
    <table className={classes.month}>
      <caption>{formatDate(`${month}-01`, 'month')}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday, 'long')}>
              {weekdayName(weekday, 'short').slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month, weekdays[0] ?? 1).map((week, row) => (
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
