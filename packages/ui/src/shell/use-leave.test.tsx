import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderWholeApp } from '../../testing/app.tsx';
import { stubServer } from '../../testing/stub-server.ts';
import { Shell } from './shell.tsx';

vi.mock('../kept/kept-store.ts', async (original) => ({
  ...(await original<typeof import('../kept/kept-store.ts')>()),
  countToBeSent: async () => 2,
}));

it('asks before what no server has yet would be removed with the session', async () => {
  const signedOut = vi.fn(() => ({}));
  stubServer({
    'GET /api/auth/get-session': () => ({ user: { id: 'u1', name: 'Ada Okafor', email: 'ada@example.com' } }),
    'GET /api/apps': () => [],
    'POST /api/auth/sign-out': signedOut,
  });
  renderWholeApp(<Shell>First page</Shell>);
  fireEvent.click(await screen.findByRole('button', { name: 'Account of Ada Okafor' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

  expect(await screen.findByText('2 entries have not been recorded yet')).toBeTruthy();
  expect(signedOut).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Sign out all the same' }));
  await waitFor(() => expect(signedOut).toHaveBeenCalledOnce());
});
