import { EmptyState, NoPageState, Shell, useFollow } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { useTRPCClient } from './client.ts';

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
          <EmptyState title="No decision before the board yet" />
        </Route>
        <Route>
          <NoPageState />
        </Route>
      </Switch>
    </Shell>
  );
}
