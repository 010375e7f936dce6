import { describeError, EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
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
  const code = error && describeError(error).code;
  // A link that a mail has cut leads nowhere just as well.
  if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NoMemo />;
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
          {memo.isRehearsal
            ? 'No language model was configured: this is a rehearsal, put together from what was entered.'
            : 'Language models wrote this. They stand for points of view, claim no expertise, and decide nothing.'}
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

/** Whoever comes by a link knows nothing of accounts here, and the page that it opened holds nothing else: the way on loads another. */
function NoMemo() {
  const start = (
    <Button component="a" href="/boardofone/" variant="default">
      To Board of One
    </Button>
  );
  return (
    <EmptyState title="This link shows no memo" action={start}>
      <p>It has ended, was taken back, or is not complete. Ask whoever sent it for another one.</p>
    </EmptyState>
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
