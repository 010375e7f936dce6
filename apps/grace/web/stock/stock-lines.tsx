import { Disclosure } from '@commons/ui';
import { Button } from '@mantine/core';
import { formatAmount } from '../../schedule/amount.ts';
import { formatInstant } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './stock-page.module.css';
import type { Stock, StockChanges } from './use-stock-changes.ts';

interface StockLinesProps {
  stock: Stock;
  changes: StockChanges | undefined;
}

/** What came in and what was counted, the latest first; what was taken back stays readable. */
export function StockLines({ stock: { lines, unit }, changes }: StockLinesProps) {
  const { timeZone } = useProfile();
  return (
    <Disclosure label="What came in">
      <ul className={classes.lines}>
        {lines.map(({ id, kind, amount, at, recordedBy, after, isTakenBack }) => {
          const number = formatAmount(amount, unit);
          const what = kind === 'refill' ? `+ ${number}` : `Counted ${number}`;
          return (
            <li key={id} className={classes.line}>
              <span>
                {isTakenBack ? <del className={classes.muted}>{what}</del> : <strong>{what}</strong>}
                {isTakenBack && ', taken back'}
                {after !== null && kind === 'refill' && `, then ${formatAmount(after, unit)} there`}
                <br />
                <span className={classes.muted}>
                  {formatInstant(timeZone, at)}, {recordedBy}
                </span>
              </span>
              {changes && !isTakenBack && (
                <Button
                  variant="subtle"
                  size="md"
                  aria-label={`Take back: ${what}`}
                  disabled={changes.isTakingBack}
                  onClick={() => changes.takeBack(id)}
                >
                  Take back
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
