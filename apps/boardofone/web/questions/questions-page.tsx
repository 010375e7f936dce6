import { EmptyState, LoadingState, usePageTitle } from '@commons/ui';
import { Redirect } from 'wouter';
import { SessionFrame } from '../log/session-frame.tsx';
import { pathOf } from '../sessions/session-words.ts';
import { Questions } from './questions.tsx';

/** What the problem was taken apart into, for its owner to change and approve. */
export function QuestionsPage({ id }: { id: string }) {
  usePageTitle('Questions and options');
  return (
    <SessionFrame id={id}>
      {({ session, view }) => {
        if (view.phase === 'problem_decomposition' && view.status === 'active' && !view.waitsFor) {
          return <TakingApart />;
        }
        if (view.waitsFor !== 'approval') return <Redirect to={pathOf(session)} replace />;
        return <Questions session={session} view={view} />;
      }}
    </SessionFrame>
  );
}

function TakingApart() {
  return (
    <>
      <LoadingState />
      <EmptyState title="The problem is being taken apart">
        <p>In a moment you see the questions and options, and can change them.</p>
      </EmptyState>
    </>
  );
}
