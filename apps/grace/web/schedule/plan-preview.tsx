import { useMemo } from 'react';
import { formatAmount } from '../../schedule/amount.ts';
import { describePlan } from '../../schedule/describe.ts';
import { nextSlots } from '../../schedule/next-slots.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { slotLabel } from '../../schedule/slot-label.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import { MonthGrid } from './month-grid.tsx';
import classes from './plan-preview.module.css';

interface PlanPreviewProps {
  plan: SchedulePlan;
  zone: string;
  /** Milliseconds since 1970. */
  from: number;
}

const shown = 60;
const monthsShown = 3;

/** The next sixty doses of a plan, by the same scheduler that will ask for them. */
export function PlanPreview({ plan, zone, from }: PlanPreviewProps) {
  const slots = useMemo(() => nextSlots(plan, zone, from, shown), [plan, zone, from]);
  const days = Map.groupBy(slots, ({ localDate }) => localDate);
  const months = [...new Set(slots.map(({ localDate }) => localDate.slice(0, 7)))];
  const last = slots.at(-1);
  return (
    <section className={classes.preview} aria-labelledby="preview-heading">
      <h2 id="preview-heading">What this means</h2>
      <p className={classes.words}>{describePlan(plan, { time: formatWallClock, date: formatDate })}</p>
      {plan.kind === 'asNeeded' && <p>Nothing is planned: it is logged whenever it was needed.</p>}
      {plan.kind !== 'asNeeded' && slots.length === 0 && (
        <p role="alert">This asks for no dose at all. Look at the first and the last day.</p>
      )}
      {last && (
        <>
          <p>
            {slots.length < shown
              ? `${slots.length === 1 ? 'One dose' : `${slots.length} doses`}, the last on ${formatDate(last.localDate)}.`
              : `The next ${shown} doses, up to ${formatDate(last.localDate)}.`}
          </p>
          <div className={classes.months}>
            {months.slice(0, monthsShown).map((month) => (
              <MonthGrid key={month} month={month} dosesOn={(date) => days.get(date)?.length ?? 0} />
            ))}
          </div>
          {months.length > monthsShown && <p>Later months are in the list.</p>}
          <details className={classes.list}>
            <summary>{slots.length === 1 ? 'The dose' : `All ${slots.length} doses, one by one`}</summary>
            <ol>
              {slots.map((slot) => (
                <li key={`${slot.localDate} ${slot.slot}`}>
                  {formatDate(slot.localDate, 'shortWeekday')}, {slotLabel(slot, formatWallClock)}:{' '}
                  {formatAmount(slot.amount, slot.unit)}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  );
}
