import { IconShoppingBag } from '@tabler/icons-react';
import { formatDate } from '../formats/format-date.ts';
import classes from './stock-page.module.css';
import type { Stock } from './use-stock-changes.ts';

/** Until when it suffices, in words. */
export function StockFacts({ stock }: { stock: Stock }) {
  const { left, runOutOn, daysLeft, isEstimate, refillOn, isRefillDue } = stock;
  if (left === null) {
    return <p className={classes.muted}>Count what is there, and this page says how long it will last.</p>;
  }
  if (runOutOn === null || daysLeft === null) {
    const why = isEstimate
      ? 'Too little was used in the last 30 days to say how long it lasts.'
      : 'It is enough for every dose that is planned in the next two years.';
    return <p className={classes.muted}>{why}</p>;
  }
  return (
    <div className={classes.facts}>
      {daysLeft <= 0 ? (
        <p>
          <strong>Not enough for all of today.</strong>
        </p>
      ) : (
        <p>
          Runs out on <strong>{formatDate(runOutOn, daysLeft > 180 ? 'long' : 'weekday')}</strong>,{' '}
          {inDays(daysLeft)}
          {isEstimate && ' (an estimate from the last 30 days)'}.
        </p>
      )}
      {refillOn && !isRefillDue && (
        <p className={classes.muted}>
          Refill by {formatDate(refillOn, daysLeft > 180 ? 'long' : 'weekday')}.
        </p>
      )}
      {isRefillDue && (
        <p className={classes.warning}>
          <IconShoppingBag size={20} stroke={1.8} aria-hidden="true" />
          It is time for a refill.
        </p>
      )}
    </div>
  );
}

function inDays(days: number): string {
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
