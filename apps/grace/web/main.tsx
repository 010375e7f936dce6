import '@commons/ui/styles.css';
import './targets.css';
import { LoadingState, lazyPart, renderApp } from '@commons/ui';
import { Suspense } from 'react';
import { client } from './client.ts';
import { tokenIn } from './emergency-card/link-of.ts';
import { takeInvitationToken } from './invitation/invitation-token.ts';
import { KeptQueries } from './offline/kept-queries.tsx';
import { registerWorker } from './offline/register-worker.ts';
import { OutboxProvider } from './outbox/outbox-provider.tsx';
import { Pages } from './pages.tsx';

const CardByLinkPage = lazyPart(() => import('./emergency-card/card-by-link-page.tsx'), 'CardByLinkPage');

takeInvitationToken();

// Whoever came by the link of an emergency card sees that card, signed in or not.
const token = tokenIn(window.location.hash);
const card = token && (
  <client.Provider>
    <Suspense fallback={<LoadingState />}>
      <CardByLinkPage token={token} />
    </Suspense>
  </client.Provider>
);

renderApp({
  name: 'grace',
  title: 'GRACE',
  client,
  welcome: card || undefined,
  worksOffline: true,
  children: card || (
    <KeptQueries>
      <OutboxProvider>
        <Pages />
      </OutboxProvider>
    </KeptQueries>
  ),
});
if (import.meta.env.PROD) void registerWorker();
