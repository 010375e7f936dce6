import { createContext, useContext } from 'react';
import type { AccentName } from '../theme/accents.ts';

/** The app that this page belongs to. */
export interface AppInfo {
  /** The folder of the app, which is also its path: `chidi`; `gateway` lives at the root. */
  name: string;
  /** What people call it. */
  title: string;
  accent: AccentName;
}

/** Which app the page belongs to. */
export const AppContext = createContext<AppInfo>({ name: 'gateway', title: 'Commons', accent: 'pine' });

/** The app that this page belongs to. */
export function useApp(): AppInfo {
  return useContext(AppContext);
}
