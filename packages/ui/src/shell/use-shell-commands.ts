import { useMantineColorScheme } from '@mantine/core';
import { useApp } from '../app/app-context.ts';
import type { Command } from '../commands/command.ts';
import { useCommands } from '../commands/use-command.ts';
import { useApps } from './apps.ts';
import { schemes } from './schemes.ts';
import { useLeave } from './use-leave.ts';

/** What the header offers, for the command palette: the other apps, the account, the colours, the way out. */
export function useShellCommands(): void {
  const current = useApp().name;
  const { data: apps = [] } = useApps();
  const leave = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const goTo = (id: string, label: string, url: string): Command => ({
    id: `go:${id}`,
    label,
    group: 'Go to',
    run: () => window.location.assign(url),
  });
  useCommands(() => [
    ...apps
      .filter(({ name }) => name !== current)
      .map(({ name, title, description, url }) => ({
        ...goTo(name, `Go to ${title}`, url),
        keywords: description,
      })),
    goTo('apps', 'All apps', '/'),
    goTo('account', 'Account', '/account'),
    ...schemes
      .filter(({ value }) => value !== colorScheme)
      .map(({ value, label }) => ({
        id: `scheme:${value}`,
        label,
        group: 'Appearance',
        keywords: 'colours colors theme mode scheme',
        run: () => setColorScheme(value),
      })),
    {
      id: 'sign-out',
      label: 'Sign out',
      group: 'Session',
      keywords: 'log out leave',
      run: () => void leave(),
    },
  ]);
}
