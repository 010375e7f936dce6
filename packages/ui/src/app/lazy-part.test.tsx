import { screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { lazyPart } from './lazy-part.ts';
import { serverUnreachable } from './signals.ts';

it('a part whose code cannot be fetched says so in its own place, and the rest of the page stays', async () => {
  const noticed = vi.fn();
  const stop = serverUnreachable.listen(noticed);
  const Stock = lazyPart<'Stock', object>(
    () => Promise.reject(new TypeError('Importing a module script failed.')),
    'Stock',
  );
  renderInApp(
    <>
      <p>Margaret</p>
      <Suspense fallback="Loading">
        <Stock />
      </Suspense>
    </>,
  );

  await screen.findByText('No connection to the server');
  expect(screen.getByText('Margaret')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
  expect(noticed).toHaveBeenCalled();
  stop();
});
