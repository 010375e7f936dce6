import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyStoredColorScheme } from '../theme/color-scheme.ts';
import { AppRoot, type AppRootProps } from './app-root.tsx';
import { publishCspNonce } from './csp-nonce.ts';
import { watchServer } from './watch-server.ts';

/**
 * Mounts an app into `#root`, with everything that all apps share around it. Returns how to take it off again.
 *
 * @example
 * renderApp({ name: 'chidi', title: 'Chidi', client, children: <Chidi /> });
 */
export function renderApp(options: AppRootProps): () => void {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no element with the id "root".');
  applyStoredColorScheme();
  publishCspNonce();
  watchServer();
  document.title = options.title;
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <AppRoot {...options} />
    </StrictMode>,
  );
  return () => root.unmount();
}
