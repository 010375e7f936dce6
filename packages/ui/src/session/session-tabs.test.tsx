import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { renderWholeApp } from '../../testing/app.tsx';
import { stubServer } from '../../testing/stub-server.ts';
import { useSession } from './session-context.ts';

const otherTab = new BroadcastChannel('commons:session');
const ada = { id: 'u-ada', name: 'Ada', email: 'ada@example.com' };

afterEach(() => {
  otherTab.onmessage = null;
});

function Page() {
  const { user, signOut } = useSession();
  return (
    <button type="button" onClick={() => void signOut()}>
      Sign {user.name} out
    </button>
  );
}

function startServer(user: typeof ada | null) {
  const state = { user };
  stubServer({
    'GET /api/auth/get-session': () => (state.user ? { user: state.user } : null),
    'GET /api/demo-logins': () => [],
    'POST /api/auth/sign-out': () => {
      state.user = null;
      return {};
    },
  });
  return state;
}

describe('the session in two tabs', () => {
  it('ends here when somebody signs out there', async () => {
    const state = startServer(ada);
    renderWholeApp(<Page />, { at: '/chidi/c/1' });
    await screen.findByRole('button', { name: 'Sign Ada out' });
    state.user = null;
    otherTab.postMessage('signed-out');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
    expect(window.location.pathname).toBe('/chidi/');
  });

  it('begins here when somebody signs in there', async () => {
    const state = startServer(null);
    renderWholeApp(<Page />);
    await screen.findByRole('heading', { name: 'Sign in' });
    state.user = ada;
    otherTab.postMessage('signed-in');
    expect(await screen.findByRole('button', { name: 'Sign Ada out' })).toBeTruthy();
  });

  it('ends there when somebody signs out here', async () => {
    startServer(ada);
    const told = Promise.withResolvers<unknown>();
    otherTab.onmessage = ({ data }) => told.resolve(data);
    renderWholeApp(<Page />);
    fireEvent.click(await screen.findByRole('button', { name: 'Sign Ada out' }));
    expect(await act(() => told.promise)).toBe('signed-out');
    await screen.findByRole('heading', { name: 'Sign in' });
  });
});
