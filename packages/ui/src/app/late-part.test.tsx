import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { lazyPart } from './lazy-part.tsx';

afterEach(() => onlineManager.setOnline(true));

/** A part whose code does not come before `isThere`, beside something that is on the page already. */
function showPart() {
  const server = { isThere: false };
  const load = vi.fn(async () => {
    if (!server.isThere) throw new TypeError('Importing a module script failed.');
    return { Stock: ({ days }: { days: number }) => <p>Lasts {days} days</p> };
  });
  const Stock = lazyPart(load, 'Stock');
  renderInApp(
    <>
      <p>Margaret</p>
      <Suspense fallback="Loading">
        <Stock days={12} />
      </Suspense>
    </>,
  );
  return server;
}

it('says in its own place that its code could not be fetched, and comes when somebody asks again', async () => {
  const server = showPart();
  await screen.findByText('No connection to the server');
  expect(screen.getByText('Margaret')).toBeTruthy();

  server.isThere = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Lasts 12 days');
  expect(screen.queryByText('No connection to the server')).toBeNull();
});

it('comes by itself when the server is back', async () => {
  const server = showPart();
  await screen.findByText('No connection to the server');
  act(() => onlineManager.setOnline(false));

  server.isThere = true;
  act(() => onlineManager.setOnline(true));
  await screen.findByText('Lasts 12 days');
});
