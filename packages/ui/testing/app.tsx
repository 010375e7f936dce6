import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AppRoot, type AppRootProps } from '../src/app/app-root.tsx';

/** Renders a whole app as `renderApp` mounts it, at an address of this browser. */
export function renderWholeApp(page: ReactNode, options: Partial<AppRootProps> & { at?: string } = {}) {
  const { at = '/chidi', ...props } = options;
  window.history.replaceState(null, '', at);
  return render(
    <AppRoot name="chidi" title="Chidi" {...props}>
      {page}
    </AppRoot>,
  );
}
