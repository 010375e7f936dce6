// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, refusal, renderWholeApp, screen, stubServer, waitFor } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { Pages } from '../pages.tsx';
import { Welcome } from '../welcome/welcome.tsx';

const chidi = {
  name: 'chidi',
  title: 'Chidi',
  description: 'A chat that knows your business.',
  url: '/chidi/',
};

function open(routes: Parameters<typeof stubServer>[0]) {
  stubServer({ 'GET /api/demo-logins': () => [], ...routes });
  renderWholeApp(<Pages />, { name: 'gateway', title: 'Commons', welcome: <Welcome />, at: '/' });
}

const signedIn = {
  'GET /api/auth/get-session': () => ({ user: { id: 'u1', name: 'Ada Okafor', email: 'a@b.co' } }),
};
const signedOut = { 'GET /api/auth/get-session': () => null };

describe('the first page', () => {
  it('greets whoever is signed in and leads to the apps', async () => {
    open({ ...signedIn, 'GET /api/apps': () => [chidi] });
    expect(await screen.findByRole('heading', { name: 'Hello, Ada' })).toBeTruthy();
    expect((await screen.findByRole('link', { name: /A chat that knows/ })).getAttribute('href')).toBe(
      '/chidi/',
    );
  });

  it('tells signed-out visitors what this is, and leads to a new account', async () => {
    open({ ...signedOut, 'GET /api/apps': () => [chidi] });
    expect(await screen.findByRole('link', { name: /A chat that knows/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'Create an account' }));
    expect(await screen.findByRole('heading', { name: 'Create your account' })).toBeTruthy();
  });

  it('is called Commons again after the sign-in', async () => {
    let user: unknown = null;
    open({
      'GET /api/auth/get-session': () => user && { user },
      'GET /api/apps': () => [chidi],
      'POST /api/auth/sign-in/email': () => {
        user = { id: 'u1', name: 'Ada Okafor', email: 'a@b.co' };
        return {};
      },
    });
    const [signIn] = await screen.findAllByRole('link', { name: 'Sign in' });
    fireEvent.click(signIn as HTMLElement);
    await waitFor(() => expect(document.title).toBe('Sign in · Commons'));
    fireEvent.change(screen.getByLabelText('E-mail'), { target: { value: 'a@b.co' } });
    fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a long password' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: 'Hello, Ada' })).toBeTruthy();
    expect(document.title).toBe('Commons');
  });

  it('offers another try when the list of apps fails', async () => {
    const answers: unknown[] = [refusal(500, 'INTERNAL'), [chidi]];
    open({ ...signedIn, 'GET /api/apps': () => answers.shift() });
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /A chat that knows/ })).toBeTruthy();
  });

  it('says so when no app is installed', async () => {
    open({ ...signedIn, 'GET /api/apps': () => [] });
    expect(await screen.findByRole('heading', { name: 'No apps yet' })).toBeTruthy();
  });

  it('leads back from an address that does not exist', async () => {
    stubServer(signedIn);
    renderWholeApp(<Pages />, { name: 'gateway', title: 'Commons', at: '/nowhere' });
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeTruthy();
  });
});
