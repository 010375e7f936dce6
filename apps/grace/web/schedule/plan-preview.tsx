import { formatAmount } from '../../schedule/amount.ts';
import { nextSlots } from '../../schedule/next-slots.ts';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import type { Slot } from '../../schedule/slot.ts';
import { slotLabel } from '../../schedule/slot-label.ts';
import { byInstant } from '../../schedule/slots.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import { MonthGrid } from './month-grid.tsx';
import classes from './plan-preview.module.css';
import { planText } from './plan-text.ts';

interface PlanPreviewProps {
  /** Every schedule of the medicine. */
  plans: SchedulePlan[];
  zone: string;
  /** Milliseconds since 1970. */
  from: number;
}

const shown = 60;
const monthsShown = 3;

/** The next sixty doses that a medicine's schedules ask for together, by the same scheduler that will ask for them. */
export function PlanPreview({ plans, zone, from }: PlanPreviewProps) {
  const slots = plans
    .flatMap((plan) => nextSlots(plan, zone, from, shown))
    .sort(byInstant)
    .slice(0, shown);
  const days = Map.groupBy(slots, ({ localDate }) => localDate);
  const months = [...new Set(slots.map(({ localDate }) => localDate.slice(0, 7)))];
  const last = slots.at(-1);
  const isPlanned = plans.some(({ kind }) => kind !== 'asNeeded');
  return (
    <section className={classes.preview} aria-labelledby="preview-heading">
      <h2 id="preview-heading">What this means</h2>
      {plans.map((plan) => (
        <p key={planText(plan)} className={classes.words}>
          {planText(plan)}
        </p>
      ))}
      {!isPlanned && <p>Nothing is planned: it is logged whenever it was needed.</p>}
      {isPlanned && slots.length === 0 && (
        <p role="alert">This asks for no dose at all. Look at the first and the last day.</p>
      )}
      <Together slots={slots} />
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
              {slots.map((slot, index) => (
                <li key={index}>
                  {whenOf(slot)}: {formatAmount(slot.amount, slot.unit)}
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  );
}

/** Two schedules may ask for a dose at one time; that is asked for seldom, and typed by mistake easily. */
function Together({ slots }: { slots: Slot[] }) {
  const twice = slots.find((slot, index) => slots[index - 1]?.scheduledAt === slot.scheduledAt);
  if (!twice) return null;
  return (
    <p role="status" className={classes.together}>
      Two doses fall on the same time: {whenOf(twice)}. Check that this is meant.
    </p>
  );
}

function whenOf(slot: Slot): string {
  return `${formatDate(slot.localDate, 'shortWeekday')}, ${slotLabel(slot, formatWallClock)}`;
}
