import { createContext, type ReactNode, useContext } from 'react';
import type { AppClient } from './create-app-client.tsx';

const none: AppClient = { Provider: ({ children }: { children: ReactNode }) => children };

/** The app's own tRPC client; pages without one (the launcher) render as they are. */
export const AppClientContext = createContext<AppClient>(none);

/** The app's tRPC client. */
export function useAppClient(): AppClient {
  return useContext(AppClientContext);
}
