import { NoPageState, Shell, useFollow } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { useTRPCClient } from './client.ts';
import { NewNotePage } from './notes/new-note-page.tsx';
import { NotePage } from './notes/note-page.tsx';
import { NotesPage } from './notes/notes-page.tsx';

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
        <Route path="/" component={NotesPage} />
        <Route path="/new" component={NewNotePage} />
        <Route path="/notes/:id">{({ id }) => <NotePage key={id} id={id} />}</Route>
        <Route>
          <NoPageState />
        </Route>
      </Switch>
    </Shell>
  );
}
