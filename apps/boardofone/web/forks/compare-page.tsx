import {
  describeError,
  EmptyState,
  ErrorState,
  LoadingState,
  NotFoundState,
  usePageTitle,
} from '@commons/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { changeWords, roundWords } from '../../deliberation/change-words.ts';
import { type Comparison, useTRPC } from '../client.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import page from '../page.module.css';
import { CompareSide } from './compare-side.tsx';
import { CompareTables } from './compare-tables.tsx';
import classes from './forks.module.css';

/** A what-if beside the session that it begins from. */
export function ComparePage({ id }: { id: string }) {
  usePageTitle('Compare');
  const trpc = useTRPC();
  const session = useQuery(trpc.sessions.byId.queryOptions({ id }));
  const compared = useQuery(trpc.forks.compare.queryOptions({ id }));
  if (session.data && compared.data) return <Compared id={id} compared={compared.data} />;
  const codeOf = (error: unknown) => (error ? describeError(error).code : undefined);
  const missing = (error: unknown) => ['NOT_FOUND', 'BAD_INPUT'].includes(codeOf(error) ?? '');
  if (missing(session.error)) return <NotFoundState />;
  if (session.data && missing(compared.error)) return <NoWhatIf id={id} problem={session.data.problem} />;
  const error = session.error ?? compared.error;
  const readAgain = () => {
    void session.refetch();
    void compared.refetch();
  };
  return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
}

function NoWhatIf({ id, problem }: { id: string; problem: string }) {
  const begin = (
    <Button component={Link} href={`/sessions/${id}/what-if`}>
      What if…
    </Button>
  );
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <ProblemHeading problem={problem} back={{ href: `/sessions/${id}`, label: 'The room' }} />
      <EmptyState title="There is nothing to compare" action={begin}>
        <p>This session is no what-if. Begin one, and it stands beside this.</p>
      </EmptyState>
    </div>
  );
}

function Compared({ id, compared: { origin, before, after } }: { id: string; compared: Comparison }) {
  return (
    <div className={page.page}>
      <ProblemHeading problem={after.problem} back={{ href: `/sessions/${id}`, label: 'The room' }} />
      <section className={classes.strip} aria-label="What was changed">
        <p>
          <strong dir="auto">{changeWords(origin.change)}</strong>
        </p>
        <p className={classes.note}>
          {roundWords(origin.round)} the same in both. Everything after that was asked anew, so some of the
          difference may be chance.
        </p>
      </section>
      <div className={classes.sides}>
        <CompareSide title="As it was" side={before} kind="before" />
        <CompareSide title="What if" side={after} kind="after" earlierCost={origin.earlierCost} />
      </div>
      <CompareTables before={before} after={after} />
    </div>
  );
}
