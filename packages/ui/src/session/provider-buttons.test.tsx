import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderWholeApp } from '../../testing/app.tsx';
import { refusal, stubServer } from '../../testing/stub-server.ts';

const signedOut = { 'GET /api/auth/get-session': () => null, 'GET /api/demo-logins': () => [] };
const open = (at: string) => renderWholeApp(<p>Page</p>, { at });

describe('signing in at a provider', () => {
  it.each(['/chidi/sign-in', '/chidi/sign-up'])('is offered at %s for what is configured', async (at) => {
    stubServer({ ...signedOut, 'GET /api/auth/providers': () => ['google', 'linkedin'] });
    open(at);
    await screen.findByRole('button', { name: 'Continue with Google' });
    expect(screen.getByRole('button', { name: 'Continue with LinkedIn' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /GitHub/ })).toBeNull();
  });

  it('is not mentioned where nothing is configured', async () => {
    stubServer({ ...signedOut, 'GET /api/auth/providers': () => [] });
    open('/chidi/sign-in');
    await screen.findByLabelText('E-mail');
    expect(screen.queryByText('or')).toBeNull();
  });

  it('is not left out in silence where it could not be read', async () => {
    let isBroken = true;
    stubServer({
      ...signedOut,
      'GET /api/auth/providers': () => (isBroken ? refusal(500, 'INTERNAL') : ['google']),
    });
    open('/chidi/sign-in');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert').textContent).toContain('other ways to sign in could not be read');
    isBroken = false;
    fireEvent.click(again);

    expect(await screen.findByRole('button', { name: 'Continue with Google' })).toBeTruthy();
  });

  it('comes back to the page that was asked for, and says why it could not begin', async () => {
    const seen = stubServer({
      ...signedOut,
      'GET /api/auth/providers': () => ['github'],
      'POST /api/auth/sign-in/social': () => refusal(429, 'RATE_LIMITED'),
    });
    open('/chidi/c/42');
    fireEvent.click(await screen.findByRole('button', { name: 'Continue with GitHub' }));
    expect((await screen.findByRole('alert')).textContent).toContain('too fast');
    expect(seen.at(-1)?.body).toEqual({
      provider: 'github',
      callbackURL: '/chidi/c/42',
      errorCallbackURL: '/chidi/sign-in',
      disableRedirect: true,
    });
  });

  it.each([
    ['access_denied', 'cancelled'],
    ['state_mismatch', 'Begin again'],
    ['provider_too_slow', 'Try again in a moment'],
    ['email_not_verified', 'Confirm your e-mail address'],
    ['account_not_linked', 'link the two'],
    ['constructor', 'Something went wrong'],
  ])('that failed with %s says what to do', async (code, words) => {
    stubServer({ ...signedOut, 'GET /api/auth/providers': () => ['google'] });
    open(`/chidi/sign-in?error=${code}&error_description=Call+0900`);
    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(document.body.textContent).not.toContain('0900');
  });
});
