import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { weekdayName, weekdaysHere } from '../formats/weekdays.ts';
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

/** A month as a table, each day with what was taken or is planned; one day is open below it. */
export function MonthGrid({ month, chosen, onChoose }: MonthGridProps) {
  const weekdays = weekdaysHere();
  const byDate = new Map(month.days.map((day) => [day.date, day.doses]));
  return (
    <table className={classes.grid}>
      <caption className="ui-hidden">Doses of each day in {formatDate(`${month.month}-01`, 'month')}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekdayName(weekday, 'long')}>
              {weekdayName(weekday, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(month.month, weekdays[0] ?? 1).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, column) =>
              date === null ? (
                <td key={weekdays[column]} />
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
