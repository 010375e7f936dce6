import { LoadingState, lazyPart, NoPageState, Shell, useFollow, useSession } from '@commons/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { useTRPCClient } from './client.ts';
import { CareNav } from './frame/care-nav.tsx';
import { ProfileFrame } from './frame/profile-frame.tsx';
import { ReadBefore } from './frame/read-before.tsx';
import { useProfileId } from './frame/use-profile-id.ts';
import { ProfilePages } from './profile-pages.tsx';
import { HomePage } from './profiles/home-page.tsx';

const OwnConsentsPage = lazyPart(() => import('./consents/own-consents-page.tsx'), 'OwnConsentsPage');
const InvitationPage = lazyPart(() => import('./invitation/invitation-page.tsx'), 'InvitationPage');
const ImportPage = lazyPart(() => import('./import/import-page.tsx'), 'ImportPage');
const NoticesPage = lazyPart(() => import('./notices/notices-page.tsx'), 'NoticesPage');
const NewPersonPage = lazyPart(() => import('./profiles/new-person-page.tsx'), 'NewPersonPage');

/** The pages, inside their frame. They show what others in the same care change as it happens. */
export function Pages() {
  const client = useTRPCClient();
  const queries = useQueryClient();
  const profileId = useProfileId();
  const { epoch } = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: again after every sign-in
  useEffect(() => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    void import('./reminders/renew-device.ts').then(({ renewDevice }) => renewDevice(client));
  }, [client, epoch]);
  const readAgain = () => void queries.invalidateQueries();
  useFollow({
    open: (handlers) => client.changes.follow.subscribe(undefined, handlers),
    onChange: readAgain,
    onGap: readAgain,
  });
  return (
    <Shell
      sidebar={profileId ? <CareNav profileId={profileId} /> : undefined}
      sidebarLabel="Pages of this person"
    >
      {!profileId && <ReadBefore />}
      <Suspense fallback={<LoadingState />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/invitation" component={InvitationPage} />
          <Route path="/consents" component={OwnConsentsPage} />
          <Route path="/notices" component={NoticesPage} />
          <Route path="/people/new" component={NewPersonPage} />
          <Route path="/people/import" component={ImportPage} />
          <Route path="/p/:profileId/*?">
            {({ profileId: id = '' }) => (
              // Another person is another page: nothing that was typed goes over with it.
              <ProfileFrame key={id} id={id}>
                <ProfilePages />
              </ProfileFrame>
            )}
          </Route>
          <Route>
            <NoPageState />
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
