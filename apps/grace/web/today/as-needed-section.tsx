import { Button, Title } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useId } from 'react';
import { formatAmount } from '../../schedule/amount.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatDuration } from '../formats/format-time.ts';
import { asNeededStatus } from './as-needed-status.ts';
import classes from './today.module.css';
import { useTodayHandlers } from './today-context.ts';
import type { AsNeeded, Today } from './today-from.ts';

/** Medicines for when they are needed, with how long ago the last dose was and how much in 24 hours. */
export function AsNeededSection({ title, today }: { title: string; today: Today }) {
  const id = useId();
  if (today.asNeeded.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Title order={2} id={id} className={classes.sectionTitle}>
        {title}
      </Title>
      <ul className={classes.list}>
        {today.asNeeded.map((medicine) => (
          <li key={medicine.versionId}>
            <AsNeededCard asNeeded={medicine} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AsNeededCard({ asNeeded, today: { zone, localDate, now } }: { asNeeded: AsNeeded; today: Today }) {
  const { canLog, takeAsNeeded, retry, discard } = useTodayHandlers();
  const { medicine, plan, state, items } = asNeeded;
  const refused = items.find(({ problem }) => problem);
  const waits = items.some(({ problem }) => !problem);
  const what = [medicine.name, medicine.strength].filter(Boolean).join(' ');
  return (
    <article className={classes.card} data-tone="asNeeded" aria-label={what}>
      <div className={classes.facts}>
        <h3 className={classes.name}>
          {medicine.name} <span className={classes.strength}>{medicine.strength}</span>
        </h3>
        <p className={classes.amount}>
          <strong>{formatAmount(plan.amount, plan.unit)}</strong>
          {(plan.reason || medicine.indication) && <span>for {plan.reason || medicine.indication}</span>}
        </p>
        <p className={classes.detail}>
          {state.msSinceLast === null ? 'None lately' : `Last dose ${formatDuration(state.msSinceLast)} ago`}
          {' · '}
          {plan.maxAmountIn24h
            ? `${state.amountIn24h} of ${formatAmount(plan.maxAmountIn24h, plan.unit)} in 24 hours`
            : `${formatAmount(state.amountIn24h, plan.unit)} in 24 hours`}
        </p>
        {(state.isBlocked || state.isLastAllowed) && (
          <p className={classes.limit} data-blocked={state.isBlocked || undefined}>
            <IconClock size={20} stroke={1.8} aria-hidden="true" />
            {asNeededStatus(state, zone, now)}
          </p>
        )}
        {medicine.prnReviewOn !== null && medicine.prnReviewOn <= localDate && (
          <p className={classes.advice}>
            Since {formatDate(medicine.prnReviewOn, 'long')} it is time to ask whether this is still right.
          </p>
        )}
        {waits && <p className={classes.detail}>One dose waits to be sent.</p>}
        {refused?.problem && (
          <div role="alert" className={classes.problem}>
            <p>A dose could not be recorded. {refused.problem.message}</p>
            <Button
              variant="default"
              onClick={() => (refused.problem?.isPrnLimit ? takeAsNeeded(asNeeded) : retry(refused.input.id))}
            >
              {refused.problem.isPrnLimit ? 'Write why' : 'Try again'}
            </Button>
            <Button variant="subtle" onClick={() => discard(refused.input.id)}>
              Let it go
            </Button>
          </div>
        )}
      </div>
      {canLog && !refused && (
        <div className={classes.actions}>
          <Button
            className={classes.give}
            size="lg"
            variant="light"
            onClick={() => takeAsNeeded(asNeeded)}
            aria-label={`Record a dose of ${what}`}
          >
            Record a dose
          </Button>
        </div>
      )}
    </article>
  );
}
