import { NoPageState, Shell } from '@commons/ui';
import { Route, Switch } from 'wouter';
import { AccountPage } from './account/account-page.tsx';
import { Launcher } from './launcher/launcher.tsx';

/** The pages of the house itself, behind the sign-in. */
export function Pages() {
  return (
    <Shell>
      <Switch>
        <Route path="/" component={Launcher} />
        <Route path="/account" component={AccountPage} />
        <Route>
          <NoPageState />
        </Route>
      </Switch>
    </Shell>
  );
}
