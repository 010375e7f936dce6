import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { doseLooks } from './dose-look.ts';
import classes from './month-grid.module.css';
import { monthWeeks } from './month-weeks.ts';
import { summariseDay } from './summarise-day.ts';

type Month = Outputs['reports']['month'];

interface MonthGridProps {
  month: Month;
  chosen: string | undefined;
  onChoose: (date: string) => void;
}

// 5 to 11 January 2026 were a Monday to a Sunday.
const weekdays = ['05', '06', '07', '08', '09', '10', '11'].map((day) => {
  const date = Date.parse(`2026-01-${day}T00:00Z`);
  const named = (weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(undefined, { weekday, timeZone: 'UTC' }).format(date);
  return { short: named('short'), long: named('long') };
});

/** A month as a table, each day with what was taken or is planned; one day is open below it. */
export function MonthGrid({ month, chosen, onChoose }: MonthGridProps) {
  const byDate = new Map(month.days.map((day) => [day.date, day.doses]));
  return (
    <table className={classes.grid}>
      <caption className="ui-hidden">Doses of each day in {formatDate(`${month.month}-01`, 'month')}</caption>
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month.month).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, column) =>
              date === null ? (
                <td key={weekdays[column]?.long} />
              ) : (
                <td key={date}>
                  <Day
                    date={date}
                    doses={byDate.get(date) ?? []}
                    isToday={date === month.today}
                    isChosen={date === chosen}
                    onChoose={onChoose}
                  />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  date: string;
  doses: Month['days'][number]['doses'];
  isToday: boolean;
  isChosen: boolean;
  onChoose: (date: string) => void;
}

function Day({ date, doses, isToday, isChosen, onChoose }: DayProps) {
  const { figure, words, state } = summariseDay(doses);
  const look = state && doseLooks[state];
  return (
    <button
      type="button"
      className={classes.day}
      data-today={isToday || undefined}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      onClick={() => onChoose(date)}
    >
      <span className="ui-hidden">
        {formatDate(date, 'weekday')}: {words}
      </span>
      <span className={classes.number} aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      {look && (
        <span className={classes.figure} data-tone={look.tone} aria-hidden="true">
          {state !== 'upcoming' && <look.Icon size={16} stroke={2} />}
          {figure}
        </span>
      )}
    </button>
  );
}
