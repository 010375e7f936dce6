import { NoPageState } from '@commons/ui';
import { Route, Switch } from 'wouter';
import { NewNotePage } from './notes/new-note-page.tsx';
import { NotePage } from './notes/note-page.tsx';
import { NotesPage } from './notes/notes-page.tsx';
import { PersonPage } from './profiles/person-page.tsx';

/** The pages about one person; their paths begin with `/p/<profile>`. */
export function ProfilePages() {
  return (
    <Switch>
      <Route path="/p/:profileId/notes" component={NotesPage} />
      <Route path="/p/:profileId/notes/new" component={NewNotePage} />
      <Route path="/p/:profileId/notes/:noteId" component={NotePage} />
      <Route path="/p/:profileId/person" component={PersonPage} />
      <Route>
        <NoPageState />
      </Route>
    </Switch>
  );
}
