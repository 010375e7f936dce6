import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import page from '../page.module.css';
import { ShareLinks } from './share-links.tsx';

/** Where a memo is handed to others, and taken back. */
export function SharingPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: session, error, refetch } = useQuery(trpc.sessions.byId.queryOptions({ id }));
  usePageTitle('Share the memo');
  if (!session) {
    const code = error && describeError(error).code;
    if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  }
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <ProblemHeading problem={session.problem} back={{ href: '/', label: 'Your decisions' }} />
      {session.status === 'completed' ? (
        <ShareLinks sessionId={id} />
      ) : (
        <div>
          <p>There is no memo to share yet: it is written when the panel has voted.</p>
          <Button component={Link} href={`/sessions/${id}`} variant="default">
            Go to the session
          </Button>
        </div>
      )}
    </div>
  );
}
