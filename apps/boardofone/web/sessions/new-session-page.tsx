import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import { Consent, TakeBackConsent } from './consent.tsx';
import { NewSessionForm } from './new-session-form.tsx';
import { emptyValues, valuesFrom } from './new-session-values.ts';

/** Where a decision is put before the board. */
export function NewSessionPage() {
  const trpc = useTRPC();
  const { data: account, error, refetch } = useQuery(trpc.account.mine.queryOptions());
  const from = useSearchParams()[0].get('from');
  const earlier = useQuery(trpc.sessions.byId.queryOptions({ id: from ?? '' }, { enabled: from !== null }));
  usePageTitle('A new decision');
  if (!account) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (from && !earlier.data) {
    if (!earlier.error) return <LoadingState />;
    const { code } = describeError(earlier.error);
    if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
    return <ErrorState error={earlier.error} onRetry={() => void earlier.refetch()} />;
  }
  if (!account.consentAt) return <Consent model={account.model} />;
  const { limits, sessionsThisMonth, model } = account;
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={page.head}>
        <Title order={1}>What do you have to decide?</Title>
        <p>
          {sessionsThisMonth} of {limits.sessionsPerMonth} sessions this month are used.
          {model.offline && ' No language model is configured, so the board rehearses with your own words.'}
        </p>
        <Link href="/plan" className={page.back}>
          {sessionsThisMonth < limits.sessionsPerMonth ? 'Your plan' : 'See what more there is'}
        </Link>
      </div>
      <NewSessionForm
        key={from}
        draftKey={from ? `session:from:${from}` : 'session:new'}
        initial={earlier.data ? valuesFrom(earlier.data) : emptyValues}
        limits={limits}
      />
      <TakeBackConsent />
    </div>
  );
}
