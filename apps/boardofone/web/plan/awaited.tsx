import { useAnnounce } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { type Plan, useTRPC } from '../client.ts';
import classes from './plan.module.css';
import { tierTitles } from './plan-words.ts';

const askAgainMs = 3_000;
/** The provider is asked for it, which counts how often. */
const askProviderMs = 10_000;

/**
 * What somebody sees who comes back from paying. That they came back proves nothing: the plan changes once the provider has said so, and
 * until then this says what is known.
 */
export function Awaited({ plan }: { plan: Plan }) {
  const trpc = useTRPC();
  const announce = useAnnounce();
  const isConfirmed = plan.tier !== 'free';
  const { data: checkout } = useQuery(
    // Looked at again as well: a provider may say “open” for a moment after somebody has paid.
    trpc.plan.checkoutState.queryOptions(undefined, {
      enabled: !isConfirmed,
      refetchInterval: ({ state }) => (state.data && state.data.status !== 'open' ? false : askProviderMs),
    }),
  );
  // The word of it wakes the page; this is for when that got lost.
  useQuery(trpc.plan.mine.queryOptions(undefined, { refetchInterval: isConfirmed ? false : askAgainMs }));
  const words = isConfirmed
    ? `Thank you. ${tierTitles[plan.tier]} is yours from now on.`
    : waitingWords[checkout?.status ?? 'unknown'];
  useEffect(() => announce(words), [announce, words]);
  return (
    <div className={classes.note} data-kind={isConfirmed ? 'good' : undefined}>
      <p>{words}</p>
      {isConfirmed && <Link href="/new">Put a decision before the board</Link>}
    </div>
  );
}

const waitingWords = {
  unknown: 'Waiting for word of your payment.',
  complete:
    'Your payment was received. Waiting for the provider to confirm it, which takes seconds as a rule; you may leave this page meanwhile.',
  open: 'No payment has arrived so far. Nothing was changed.',
  none: 'There is no payment under way. Nothing was changed.',
};
