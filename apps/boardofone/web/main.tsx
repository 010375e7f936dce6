import '@commons/ui/styles.css';
import { LoadingState, lazyPart, renderApp } from '@commons/ui';
import { Suspense } from 'react';
import { client } from './client.ts';
import { Pages } from './pages.tsx';
import { followLinks, tokenIn } from './sharing/link-of.ts';

const SharedMemoPage = lazyPart(() => import('./sharing/shared-memo-page.tsx'), 'SharedMemoPage');

// Whoever came by the link of a memo sees that memo, signed in or not.
const token = tokenIn(window.location.hash);
followLinks(token);
const memo = token && (
  <client.Provider>
    <Suspense fallback={<LoadingState />}>
      <SharedMemoPage token={token} />
    </Suspense>
  </client.Provider>
);

renderApp({
  name: 'boardofone',
  title: 'Board of One',
  client,
  welcome: memo || undefined,
  children: memo || <Pages />,
});
