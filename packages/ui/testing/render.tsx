import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { Announcer } from '../src/announce/announcer.tsx';
import { createQueryClient } from '../src/app/create-query-client.ts';
import { Commands } from '../src/commands/commands.tsx';
import { Shortcuts } from '../src/shortcuts/shortcuts.tsx';
import { themeFor } from '../src/theme/theme.ts';

/** Renders with the providers of an app around it, at `path` of a history in memory. */
export function renderInApp(page: ReactNode, path = '/'): RenderResult & { path: () => string | undefined } {
  const location = memoryLocation({ path, record: true });
  const queries = createQueryClient();
  const wrap = (children: ReactNode) => (
    <MantineProvider theme={themeFor('pine')} env="test">
      <QueryClientProvider client={queries}>
        <Announcer>
          <Router hook={location.hook} searchHook={location.searchHook}>
            <Shortcuts>
              <Commands>{children}</Commands>
            </Shortcuts>
          </Router>
        </Announcer>
      </QueryClientProvider>
    </MantineProvider>
  );
  const result = render(wrap(page));
  return {
    ...result,
    rerender: (next) => result.rerender(wrap(next)),
    path: () => location.history.at(-1),
  };
}

/** What the page's live region says at this moment. */
export function announced(): string {
  return document.querySelector('[data-announcer]')?.textContent ?? '';
}
