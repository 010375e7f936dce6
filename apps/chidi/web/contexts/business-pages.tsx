import { Route, Switch } from 'wouter';
import { BusinessPage } from './business-page.tsx';
import { BusinessesPage } from './businesses-page.tsx';
import { NewBusinessPage } from './new-business-page.tsx';

/** Everything about what Chidi knows, loaded when somebody goes there. */
export function BusinessPages() {
  return (
    <Switch>
      <Route path="/contexts" component={BusinessesPage} />
      <Route path="/contexts/new" component={NewBusinessPage} />
      <Route path="/contexts/:id">{({ id }) => <BusinessPage key={id} id={id} />}</Route>
    </Switch>
  );
}
