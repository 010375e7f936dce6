import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import { Awaited } from './awaited.tsx';
import { LeaveFailure } from './leave-failure.tsx';
import classes from './plan.module.css';
import { subscriptionWords } from './plan-words.ts';
import { TierCard } from './tier-card.tsx';
import { useLeave } from './use-leave.ts';

/** What the person may do, what they pay for it, and what more there is. */
export function PlanPage() {
  const trpc = useTRPC();
  const { data: plan, error, refetch } = useQuery(trpc.plan.mine.queryOptions());
  const offers = useQuery(trpc.plan.offers.queryOptions(undefined, { enabled: plan?.isForSale === true }));
  const isBack = useSearchParams()[0].get('from') === 'checkout';
  const { isLeaving, failure, buy, manage } = useLeave();
  usePageTitle('Your plan');
  if (!plan) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const { tier, tiers, isForSale, subscription, sessionsThisMonth } = plan;
  const limit = tiers.find(({ name }) => name === tier)?.sessionsPerMonth ?? 0;
  const paysNow = subscription !== null && subscription.state !== 'ended';
  const words = subscriptionWords(plan);
  const needsCare = subscription?.state === 'past_due' || subscription?.state === 'unpaid';
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Your plan</Title>
        <p>
          {sessionsThisMonth.toLocaleString()} of {limit.toLocaleString()} sessions this month are used.
        </p>
      </div>
      {isBack && isForSale && <Awaited plan={plan} />}
      {!isForSale && (
        <p className={classes.note}>
          Tiers cannot be bought on this installation. Whoever runs it can give you another one.
        </p>
      )}
      {words && (
        <p className={classes.note} data-kind={needsCare ? 'warning' : undefined}>
          {words}
        </p>
      )}
      <LeaveFailure error={failure} />
      {isForSale && subscription && (
        <div>
          <Button variant={needsCare ? 'filled' : 'default'} onClick={manage} loading={isLeaving}>
            {paysNow ? 'Change, pay or cancel' : 'Your invoices'}
          </Button>
        </div>
      )}
      <section aria-labelledby="tiers" className={classes.section}>
        <Title order={2} id="tiers">
          What there is
        </Title>
        <ul className={classes.tiers}>
          {tiers.map((one) => (
            <TierCard
              key={one.name}
              tier={one}
              isMine={one.name === tier}
              offer={offers.data?.find((offer) => offer.tier === one.name)}
              isForSale={isForSale}
              onBuy={isForSale && one.name === 'pro' && tier === 'free' && !paysNow ? buy : undefined}
              isLeaving={isLeaving}
            />
          ))}
        </ul>
        <p className={classes.muted}>
          Limits count when a session is begun. One that runs goes on, whatever your plan becomes.
        </p>
      </section>
    </div>
  );
}
