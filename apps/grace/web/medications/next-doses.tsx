import { nextDoses } from '../../medicine/next-doses.ts';
import { formatAmount } from '../../schedule/amount.ts';
import { slotLabel } from '../../schedule/slot-label.ts';
import type { Medication } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import classes from './medications.module.css';

/** The next few doses. */
export function NextDoses({
  medication,
  now,
  count,
}: {
  medication: Medication;
  now: number;
  count: number;
}) {
  const doses = nextDoses(medication.versions, now, count);
  if (doses.length === 0) return null;
  return (
    <>
      <p>Next:</p>
      <ul className={classes.next}>
        {doses.map((dose) => (
          <li key={`${dose.localDate} ${dose.slot}`}>
            {formatDate(dose.localDate, 'shortWeekday')}, {slotLabel(dose, formatWallClock)}:{' '}
            {formatAmount(dose.amount, dose.unit)}
          </li>
        ))}
      </ul>
    </>
  );
}
