import '@commons/ui/styles.css';
import { renderApp } from '@commons/ui';
import { client } from './client.ts';
import { CardByLinkPage } from './emergency-card/card-by-link-page.tsx';
import { tokenIn } from './emergency-card/link-of.ts';
import { takeInvitationToken } from './invitation/invitation-token.ts';
import { KeptQueries } from './offline/kept-queries.tsx';
import { registerWorker } from './offline/register-worker.ts';
import { OutboxProvider } from './outbox/outbox-provider.tsx';
import { Pages } from './pages.tsx';

takeInvitationToken();

// Whoever came by the link of an emergency card sees that card, signed in or not.
const token = tokenIn(window.location.hash);
const card = token && (
  <client.Provider>
    <CardByLinkPage token={token} />
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
