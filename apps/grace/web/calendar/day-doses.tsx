import { Title } from '@mantine/core';
import { formatAmount } from '../../schedule/amount.ts';
import { localAt } from '../../schedule/zone.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import { placeOf } from '../travel/zone-name.ts';
import classes from './day-doses.module.css';
import { type CalendarDose, doseLooks } from './dose-look.ts';

interface DayDosesProps {
  date: string;
  doses: CalendarDose[];
  timeZone: string;
}

/** What was taken on a day, or is planned for it. */
export function DayDoses({ date, doses, timeZone }: DayDosesProps) {
  return (
    <section className={classes.day} aria-labelledby="chosen-day">
      <Title order={2} id="chosen-day">
        {formatDate(date, 'weekday')}
      </Title>
      {doses.length === 0 && <p>No doses on this day.</p>}
      <ul className={classes.list}>
        {doses.map((dose) => (
          <DoseLine key={dose.key} dose={dose} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  );
}

function DoseLine({ dose, timeZone }: { dose: CalendarDose; timeZone: string }) {
  const { Icon, text, tone } = doseLooks[dose.state];
  const taken = takenAt(dose, timeZone);
  const details = [...doseDetails(dose), ...(taken ? [`taken at ${taken}`] : [])];
  return (
    <li className={classes.dose}>
      <span className={classes.time}>{formatWallClock(dose.time)}</span>
      <span className={classes.what}>
        {dose.name}
        <span className={classes.detail}>
          {[formatAmount(dose.amount, dose.unit), ...details].join(' · ')}
        </span>
      </span>
      <span className={classes.state} data-tone={tone}>
        <Icon size={20} stroke={1.9} aria-hidden="true" />
        {text}
      </span>
    </li>
  );
}

/** What differs from the plain plan: a moved clock, another zone. */
export function doseDetails(dose: CalendarDose): string[] {
  const details = [];
  if (dose.time !== dose.plannedTime)
    details.push(`planned ${formatWallClock(dose.plannedTime)}, which the clocks skip`);
  if (dose.zone !== null) details.push(`by the clock of ${placeOf(dose.zone)}`);
  return details;
}

/** When it was really taken, where that is not when it was planned. */
export function takenAt(
  { state, actualAt, zone, time: planned }: CalendarDose,
  timeZone: string,
): string | undefined {
  const isTaken = state === 'taken' || state === 'takenLate' || state === 'partial';
  if (!isTaken || actualAt === null) return undefined;
  const { time } = localAt(zone ?? timeZone, actualAt);
  return time === planned ? undefined : formatWallClock(time);
}
