import { EmptyState, usePageTitle } from '@commons/ui';
import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { isOver } from '../../deliberation/states.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import { SessionFrame } from '../log/session-frame.tsx';
import page from '../page.module.css';
import { WhatIfForm } from './what-if-form.tsx';

/** Where somebody says what is to be otherwise, and from where on. */
export function WhatIfPage({ id }: { id: string }) {
  usePageTitle('What if');
  const [search] = useSearchParams();
  return (
    <SessionFrame id={id}>
      {({ session, view }) => (
        <div className={`${page.page} ${page.narrow}`}>
          <ProblemHeading problem={session.problem} back={{ href: `/sessions/${id}`, label: 'The room' }} />
          {isOver(view.status) && hadPanel(view) ? (
            <WhatIfForm
              session={session}
              rounds={view.rounds.map(({ round }) => round)}
              chosen={search.get('round')}
            />
          ) : (
            <NotYet id={id} isEnded={isOver(view.status)} />
          )}
        </div>
      )}
    </SessionFrame>
  );
}

const hadPanel = ({ round }: SessionView): boolean => round > 0;

function NotYet({ id, isEnded }: { id: string; isEnded: boolean }) {
  const back = (
    <Button component={Link} href={isEnded ? '/new' : `/sessions/${id}`}>
      {isEnded ? 'Begin a new one' : 'To the room'}
    </Button>
  );
  return (
    <EmptyState title={isEnded ? 'There is nothing to begin from' : 'This session is not over'} action={back}>
      <p>
        {isEnded
          ? 'It ended before its panel had begun.'
          : 'Once it has ended, you can begin it anew with one thing changed.'}
      </p>
    </EmptyState>
  );
}
