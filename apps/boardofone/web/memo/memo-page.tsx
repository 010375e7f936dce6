import { describeError, EmptyState, ErrorState, LoadingState, Timestamp, usePageTitle } from '@commons/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Contribution, type Memo, useTRPC } from '../client.ts';
import { FollowUpSection } from '../follow-ups/follow-up-section.tsx';
import { ForkStrip } from '../forks/fork-strip.tsx';
import { WhatIfLink } from '../forks/what-if-link.tsx';
import { ProblemHeading } from '../log/problem-heading.tsx';
import { type ReadSession, SessionFrame } from '../log/session-frame.tsx';
import { useWholeDebate } from '../log/use-contributions.ts';
import { OutcomeSection } from '../outcomes/outcome-section.tsx';
import page from '../page.module.css';
import { RehearsalNotice } from '../room/rehearsal-notice.tsx';
import { Votes } from '../votes/votes.tsx';
import { BaselineStrip } from './baseline-strip.tsx';
import { Claims } from './claims.tsx';
import { EvidenceLists } from './evidence-lists.tsx';
import { ExportButtons } from './export-buttons.tsx';
import classes from './memo.module.css';
import { MinorityReport } from './minority-report.tsx';

/** What a session came to, in writing, with everything that it rests on. */
export function MemoPage({ id }: { id: string }) {
  usePageTitle('Memo');
  return <SessionFrame id={id}>{(read) => <ReadMemo {...read} />}</SessionFrame>;
}

function ReadMemo(read: ReadSession) {
  const trpc = useTRPC();
  const { id, problem } = read.session;
  const memo = useQuery(trpc.room.memo.queryOptions({ id }));
  const said = useWholeDebate(id, read.view);
  const error = memo.error ?? said.error;
  const readAgain = () => {
    void memo.refetch();
    void said.refetch();
  };
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <ProblemHeading problem={problem} back={{ href: `/sessions/${id}`, label: 'The room' }} />
      {memo.data && said.data ? (
        <WholeMemo {...read} memo={memo.data} said={said.data} />
      ) : error && describeError(error).code === 'NOT_FOUND' ? (
        <NoMemo id={id} />
      ) : error ? (
        <ErrorState error={error} onRetry={readAgain} />
      ) : (
        <LoadingState />
      )}
    </div>
  );
}

function NoMemo({ id }: { id: string }) {
  const back = (
    <Button component={Link} href={`/sessions/${id}`}>
      To the room
    </Button>
  );
  return (
    <EmptyState title="There is no memo yet" action={back}>
      <p>The chair writes it once the panel has voted.</p>
    </EmptyState>
  );
}

function WholeMemo({ session, view, memo, said }: ReadSession & { memo: Memo; said: Contribution[] }) {
  return (
    <article className={classes.memo}>
      <div className={classes.bar}>
        <span className={classes.written}>
          Written <Timestamp date={memo.createdAt} />
          <time className={classes.onPaper} dateTime={memo.createdAt}>
            {new Date(memo.createdAt).toLocaleDateString(undefined, { dateStyle: 'long' })}
          </time>
        </span>
        <ExportButtons sessionId={session.id} />
      </div>
      <RehearsalNotice session={session} />
      <ForkStrip id={session.id} />
      <Claims memo={memo} view={view} said={said} />
      <MinorityReport memo={memo} view={view} said={said} />
      <BaselineStrip baseline={memo.baseline} view={view} />
      <Votes sessionId={session.id} view={view} />
      <EvidenceLists session={session} view={view} said={said} />
      {session.status === 'completed' && (
        <>
          <div className={classes.whatIf}>
            <WhatIfLink id={session.id} />
          </div>
          <FollowUpSection sessionId={session.id} seats={view.seats} />
          <OutcomeSection sessionId={session.id} options={view.options} />
        </>
      )}
    </article>
  );
}
