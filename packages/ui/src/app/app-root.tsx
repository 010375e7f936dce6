import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { Announcer } from '../announce/announcer.tsx';
import { Commands } from '../commands/commands.tsx';
import { AuthGate } from '../session/auth-gate.tsx';
import { OfflineBanner } from '../shell/offline-banner.tsx';
import { Shortcuts } from '../shortcuts/shortcuts.tsx';
import { accentFor } from '../theme/accents.ts';
import { colorSchemeManager } from '../theme/color-scheme.ts';
import { cssVariables } from '../theme/css-variables.ts';
import { themeFor } from '../theme/theme.ts';
import { AppClientContext } from './app-client-context.ts';
import { AppContext } from './app-context.ts';
import type { AppClient } from './create-app-client.tsx';
import { createQueryClient } from './create-query-client.ts';
import { cspNonce } from './csp-nonce.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** One app's frontend: who it is, how it talks to its server, and its pages. */
export interface AppRootProps {
  /** The folder of the app, which is also its path; `gateway` lives at the root. */
  name: string;
  title: string;
  /** From `createAppClient`; a page without procedures leaves it out. */
  client?: AppClient | undefined;
  /** What signed-out visitors see at the first page instead of the sign-in form. */
  welcome?: ReactNode;
  /** The app shows what it kept in this browser while the server is out of reach, to whoever was signed in last. */
  worksOffline?: boolean;
  /** The pages behind the sign-in: usually a `Shell` with wouter routes, relative to `/<name>`. */
  children: ReactNode;
}

const toastsMax = 3;

/** Every provider that an app's pages rely on; `renderApp` mounts it. */
export function AppRoot({ name, title, client, welcome, worksOffline = false, children }: AppRootProps) {
  const [queries] = useState(createQueryClient);
  const accent = accentFor(name);
  const app = useMemo(() => ({ name, title, accent }), [name, title, accent]);
  const theme = useMemo(() => themeFor(accent), [accent]);
  const base = name === 'gateway' ? '' : `/${name}`;
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={cspNonce}
      >
        <AppContext value={app}>
          <Announcer>
            <ErrorBoundary>
              <QueryClientProvider client={queries}>
                <Router base={base}>
                  <Shortcuts>
                    <Commands>
                      <WithClient client={client}>
                        <AuthGate welcome={welcome} worksOffline={worksOffline}>
                          {children}
                        </AuthGate>
                      </WithClient>
                    </Commands>
                  </Shortcuts>
                </Router>
              </QueryClientProvider>
            </ErrorBoundary>
            <OfflineBanner />
            <Notifications position="bottom-center" limit={toastsMax} />
          </Announcer>
        </AppContext>
      </MantineProvider>
    </DirectionProvider>
  );
}

function WithClient({ client, children }: { client: AppClient | undefined; children: ReactNode }) {
  return client ? <AppClientContext value={client}>{children}</AppClientContext> : children;
}
