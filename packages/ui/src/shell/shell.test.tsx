import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Link, Route, Switch } from 'wouter';
import { renderWholeApp } from '../../testing/app.tsx';
import { stubServer } from '../../testing/stub-server.ts';
import { Shell } from './shell.tsx';

const sidebar = <Link href="/other">Other page</Link>;

function Page() {
  return (
    <Shell sidebar={sidebar} sidebarLabel="Conversations" heading="Prices">
      <Switch>
        <Route path="/other">Another page</Route>
        <Route>First page</Route>
      </Switch>
    </Shell>
  );
}

async function show() {
  stubServer({
    'GET /api/auth/get-session': () => ({ user: { id: 'u1', name: 'Ada Okafor', email: 'ada@example.com' } }),
    'GET /api/apps': () => [
      { name: 'chidi', title: 'Chidi', description: 'Chat', url: '/chidi/' },
      { name: 'grace', title: 'GRACE', description: 'Care', url: '/grace/' },
    ],
    'POST /api/auth/sign-out': () => ({}),
  });
  renderWholeApp(<Page />);
  await screen.findByText('First page');
}

const button = (name: string) => screen.getByRole('button', { name });

describe('Shell', () => {
  it('has a landmark for each of its parts, and a way past the navigation', async () => {
    await show();
    expect(screen.getByRole('banner')).toBeTruthy();
    expect(screen.getByRole('navigation', { name: 'Conversations' })).toBeTruthy();
    const main = screen.getByRole('main');
    expect(screen.getByRole('link', { name: 'Skip to the content' }).getAttribute('href')).toBe(
      `#${main.id}`,
    );
    expect(main.tabIndex).toBe(-1);
  });

  it('leads to the other apps, and says which one this is', async () => {
    await show();
    fireEvent.click(button('Apps'));
    const other = await screen.findByRole('menuitem', { name: /GRACE/ });
    expect(other.getAttribute('href')).toBe('/grace/');
    expect(screen.getByRole('menuitem', { name: /Chidi/ }).getAttribute('aria-current')).toBe('page');
  });

  it('says who is signed in, and keeps the choice of colours for every app', async () => {
    await show();
    fireEvent.click(button('Account of Ada Okafor'));
    expect(await screen.findByText('ada@example.com')).toBeTruthy();
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
    expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
    expect(localStorage.getItem('commons:color-scheme')).toBe('dark');
  });

  it('has the other apps, the account, the colours and the way out among the commands', async () => {
    await show();
    fireEvent.click(button('Account of Ada Okafor'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Commands' }));
    await screen.findByRole('combobox', { name: 'Search commands' });
    const labels = screen.getAllByRole('option').map((option) => option.textContent);
    expect(labels).toEqual(
      expect.arrayContaining(['Go to GRACE', 'All apps', 'Account', 'Light', 'Sign out']),
    );
    expect(labels).not.toContain('Go to Chidi');
    expect(labels).not.toContain('Like the system');
    fireEvent.click(screen.getByRole('option', { name: 'Dark' }));
    expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
  });

  it('says on paper when it was printed, however long the page has been open', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T12:00:00Z') });
    await show();
    vi.setSystemTime(new Date('2026-11-24T12:00:00Z'));
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(document.querySelector('time')?.dateTime).toBe('2026-11-24');
    vi.useRealTimers();
  });

  it('opens the navigation as a dialog, and closes it when it has led somewhere', async () => {
    await show();
    fireEvent.click(button('Open conversations'));
    const drawer = await screen.findByRole('dialog', { name: 'Conversations' });
    fireEvent.click(within(drawer).getByRole('link', { name: 'Other page' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('Another page')).toBeTruthy();
  });

  it('closes the navigation on Escape and gives the focus back', async () => {
    await show();
    const opener = button('Open conversations');
    opener.focus();
    fireEvent.click(opener);
    const drawer = await screen.findByRole('dialog');
    fireEvent.keyDown(drawer, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });
});
