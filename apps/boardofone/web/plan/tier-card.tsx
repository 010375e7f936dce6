import { Badge, Button } from '@mantine/core';
import type { OfferedTier, Plan } from '../client.ts';
import { every, money } from './money.ts';
import classes from './plan.module.css';
import { tierTitles } from './plan-words.ts';

interface TierCardProps {
  tier: Plan['tiers'][number];
  isMine: boolean;
  /** What it costs, where it is sold and the provider has said so. */
  offer: OfferedTier | undefined;
  isForSale: boolean;
  /** Undefined where it cannot be bought. */
  onBuy: (() => void) | undefined;
  isLeaving: boolean;
}

/** What a tier allows, what it costs, and the way to it. */
export function TierCard({ tier, isMine, offer, isForSale, onBuy, isLeaving }: TierCardProps) {
  const { name, sessionsPerMonth, seatsMax, capMaxUsd } = tier;
  const title = tierTitles[name];
  return (
    <li className={classes.tier} data-mine={isMine || undefined}>
      <div className={classes.head}>
        <h3>{title}</h3>
        {isMine && <Badge variant="light">Yours</Badge>}
      </div>
      <p className={classes.price}>{priceOf(name, isForSale, offer)}</p>
      <ul>
        <li>{sessionsPerMonth.toLocaleString()} sessions a month</li>
        <li>Up to {seatsMax} seats on a panel</li>
        <li>Up to ${capMaxUsd} for the models of a session</li>
      </ul>
      {onBuy && (
        <Button onClick={onBuy} loading={isLeaving} className={classes.buy}>
          Go to payment
        </Button>
      )}
      {name === 'enterprise' && !isMine && (
        <p className={classes.muted}>Ask us: whoever runs this site sets it up for you.</p>
      )}
    </li>
  );
}

function priceOf(name: Plan['tier'], isForSale: boolean, offer: OfferedTier | undefined): string {
  if (name === 'free') return 'Costs nothing';
  if (name === 'enterprise') return 'By agreement';
  if (!isForSale) return 'Not sold here';
  if (!offer) return 'The price is shown before you pay';
  const period = every(offer.every, offer.everyCount);
  return offer.amount === null ? `Paid ${period}` : `${money(offer.amount, offer.currency)} ${period}`;
}
