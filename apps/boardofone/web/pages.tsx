import { EmptyState, LoadingState, NoPageState, Shell } from '@commons/ui';
import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { lazyPart } from './frame/lazy-part.ts';
import { useFollowChanges } from './log/use-follow-changes.ts';

const PersonasPage = lazyPart(() => import('./personas/personas-page.tsx'), 'PersonasPage');
const RoomPage = lazyPart(() => import('./room/room-page.tsx'), 'RoomPage');

const meetPersonas = (
  <Button component={Link} href="/personas" variant="default">
    Meet the personas
  </Button>
);

/** The pages, inside their frame. They show what other tabs and devices change as it happens. */
export function Pages() {
  useFollowChanges();
  return (
    <Shell>
      <Suspense fallback={<LoadingState />}>
        <Switch>
          <Route path="/">
            <EmptyState title="No decision before the board yet" action={meetPersonas} />
          </Route>
          <Route path="/personas" component={PersonasPage} />
          <Route path="/sessions/:id">{({ id }) => <RoomPage key={id} id={id} />}</Route>
          <Route>
            <NoPageState />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
