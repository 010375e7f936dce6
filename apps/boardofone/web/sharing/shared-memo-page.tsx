import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type SharedMemo, useTRPC } from '../client.ts';
import page from '../page.module.css';
import { Claims } from './claims.tsx';
import classes from './shared-memo.module.css';

/** A memo for whoever came by a link: no account, and nothing else of the session. */
export function SharedMemoPage({ token }: { token: string }) {
  const trpc = useTRPC();
  const { data: memo, error, mutate: open } = useMutation(trpc.sharing.byLink.mutationOptions());
  useEffect(() => open({ token }), [open, token]);
  usePageTitle('A shared memo');
  if (error && describeError(error).code === 'NOT_FOUND') return <NotFoundState />;
  if (!memo) return error ? <ErrorState error={error} onRetry={() => open({ token })} /> : <LoadingState />;
  const { heading, outcome, body } = memo;
  return (
    <main className={`${page.page} ${page.narrow}`}>
      <article className={classes.memo}>
        <header className={classes.head}>
          <p className={classes.kicker}>
            Memo of a panel of {memo.seats} invented voices, {dayOf(memo.completedAt)}
          </p>
          <Title order={1} className={page.problem} dir="auto">
            {heading}
          </Title>
          <p className={classes.outcome}>{outcome}</p>
        </header>
        <Claims title="Recommendation" claims={body.recommendation} />
        <Claims title="Why" claims={body.why} />
        <Claims title="Alternatives" claims={body.alternatives} />
        <Claims title="Risks" claims={body.risks} />
        <Claims title="When to stop" claims={body.killCriteria} />
        <Claims title="Next step" claims={body.nextStep} />
        <Claims title="Unresolved" claims={body.unresolved} />
        <Minority memo={memo} />
        <p className={classes.note}>
          Language models wrote this. They stand for points of view, claim no expertise, and decide nothing.
        </p>
      </article>
      <div className={classes.tools}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} stroke={1.7} />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
    </main>
  );
}

function Minority({ memo: { minority, seats } }: { memo: SharedMemo }) {
  return (
    <section aria-labelledby="minority" className={classes.section}>
      <Title order={2} id="minority">
        Minority report
      </Title>
      {minority.length === 0 && <p>Nobody voted for anything else.</p>}
      {minority.map(({ option, seats: count, quote, dealbreakers }) => (
        <div key={option} className={classes.position}>
          <h3>
            {option} <span className={classes.count}>{`${count} of ${seats} seats`}</span>
          </h3>
          {quote && <blockquote dir="auto">{quote}</blockquote>}
          {dealbreakers.length > 0 && (
            <>
              <p>What would change this:</p>
              <ul>
                {dealbreakers.map((dealbreaker) => (
                  <li key={dealbreaker} dir="auto">
                    {dealbreaker}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ))}
    </section>
  );
}

const dayOf = (at: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(Date.parse(at));
