import { Disclosure, newMessageId, notifyError } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { formatAmount } from '../../schedule/amount.ts';
import { useProfile } from '../frame/profile-context.ts';
import { StockDialog } from './stock-dialog.tsx';
import { StockFacts } from './stock-facts.tsx';
import { StockForecast } from './stock-forecast.tsx';
import { StockLines } from './stock-lines.tsx';
import classes from './stock-page.module.css';
import type { Stock, StockChanges } from './use-stock-changes.ts';

interface StockCardProps {
  stock: Stock;
  /** Absent for those who may only look. */
  changes: StockChanges | undefined;
}

/** One medicine: what is left, until when, and the ledger. A plain page has at most one button, when it is time for a refill. */
export function StockCard({ stock, changes }: StockCardProps) {
  const [asked, setAsked] = useState<'refill' | 'count'>();
  // The same until it has been answered: pressing again after a lost answer adds no second pack.
  const [packId, setPackId] = useState(newMessageId);
  const { isPlain } = useProfile();
  const { name, unit, left, packSize, isShort, isRefillDue, forecast, lines } = stock;
  const addPack = changes && packSize !== null && (
    <div>
      <Button
        size="md"
        loading={changes.isRecording}
        onClick={() =>
          void changes
            .record('refill', stock, packSize, packId)
            .then(() => setPackId(newMessageId()), notifyError)
        }
      >
        Add a pack of {packSize}
      </Button>
    </div>
  );
  const more = (
    <>
      {changes && (
        <Group gap="sm" className={classes.actions}>
          {!(isPlain && isRefillDue) && addPack}
          <Button size="md" variant="default" onClick={() => setAsked('refill')}>
            {packSize === null ? 'Add a refill' : 'Another amount'}
          </Button>
          <Button size="md" variant="default" onClick={() => setAsked('count')}>
            Count what is there
          </Button>
        </Group>
      )}
      {forecast.length > 1 && <StockForecast stock={stock} />}
      {lines.length > 0 && <StockLines stock={stock} changes={changes} />}
    </>
  );
  return (
    <article className={classes.card} aria-label={name}>
      <div className={classes.head}>
        <h2 className={classes.name}>{name}</h2>
        {left !== null && <span className={classes.left}>{formatAmount(left, unit)} left</span>}
      </div>
      <StockFacts stock={stock} />
      {isShort && (
        <p className={classes.warning}>
          <IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />
          More was given than is written down here. Count what is there.
        </p>
      )}
      {isPlain && isRefillDue && addPack}
      {isPlain ? <Disclosure label={`More about ${name}`}>{more}</Disclosure> : more}
      {asked && changes && (
        <StockDialog kind={asked} stock={stock} changes={changes} onClose={() => setAsked(undefined)} />
      )}
    </article>
  );
}
