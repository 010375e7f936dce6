import { EmptyState, NoPageState, Shell, useFollow } from '@commons/ui';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Route, Switch } from 'wouter';
import { useTRPCClient } from './client.ts';
import { PersonasPage } from './personas/personas-page.tsx';

const meetPersonas = (
  <Button component={Link} href="/personas" variant="default">
    Meet the personas
  </Button>
);

/** The pages, inside their frame. They show what other tabs and devices change as it happens. */
export function Pages() {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const readAgain = () => void queries.invalidateQueries();
  useFollow({
    open: (handlers) => client.changes.follow.subscribe(undefined, handlers),
    onChange: readAgain,
    onGap: readAgain,
  });
  return (
    <Shell>
      <Switch>
        <Route path="/">
          <EmptyState title="No decision before the board yet" action={meetPersonas} />
        </Route>
        <Route path="/personas" component={PersonasPage} />
        <Route>
          <NoPageState />
        </Route>
      </Switch>
    </Shell>
  );
}
