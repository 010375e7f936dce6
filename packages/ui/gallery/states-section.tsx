import { Button } from '@mantine/core';
import { EmptyState } from '../src/states/empty-state.tsx';
import { ErrorState } from '../src/states/error-state.tsx';
import { ForbiddenState } from '../src/states/forbidden-state.tsx';
import { LoadingState } from '../src/states/loading-state.tsx';
import { NotFoundState } from '../src/states/not-found-state.tsx';
import { Section } from './section.tsx';

/** The states that a screen can be in instead of its content. */
export function StatesSection() {
  return (
    <Section title="States">
      <LoadingState label="Loading the list" />
      <EmptyState title="No lists yet" action={<Button>New list</Button>}>
        A list is where things go.
      </EmptyState>
      <ErrorState error={new TypeError('Failed to fetch')} onRetry={() => {}} />
      <ForbiddenState />
      <NotFoundState />
    </Section>
  );
}
