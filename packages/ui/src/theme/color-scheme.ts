import { localStorageColorSchemeManager, type MantineColorScheme } from '@mantine/core';

/** Shared by every app of the origin, so that a choice made in one holds in all. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'commons:color-scheme' });

/** Puts the stored choice on the page before React renders; without it a dark page would start light. */
export function applyStoredColorScheme(): void {
  const chosen: MantineColorScheme = colorSchemeManager.get('auto');
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}
