import { NoPageState } from '@commons/ui';
import { Route, Switch } from 'wouter';
import { PersonPage } from './profiles/person-page.tsx';

/** The pages about one person; their paths begin with `/p/<profile>`. */
export function ProfilePages() {
  return (
    <Switch>
      <Route path="/p/:profileId/person" component={PersonPage} />
      <Route>
        <NoPageState />
      </Route>
    </Switch>
  );
}
