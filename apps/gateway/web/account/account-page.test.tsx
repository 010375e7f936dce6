// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  fireEvent,
  refusal,
  renderWholeApp,
  type SeenRequest,
  screen,
  stubServer,
  waitFor,
  within,
} from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import { Pages } from '../pages.tsx';

const ada = { id: 'u1', name: 'Ada Okafor', email: 'ada@example.com' };

const laptop = { id: 'd1', name: 'Firefox on Windows', current: true };
const phone = { id: 'd2', name: 'Safari on iPhone', current: false };
const times = { signedInAt: '2026-11-01T10:00:00Z', lastUsedAt: '2026-11-20T10:00:00Z' };
const devices = [laptop, phone].map((device) => ({ ...device, ...times }));
const waysIn = {
  password: true,
  linked: [{ provider: 'github', since: times.signedInAt }],
  configured: ['google', 'github'],
};

const activity = [
  {
    id: 'a2',
    app: 'boardofone',
    action: 'session_killed',
    device: 'Firefox on Windows',
    at: times.signedInAt,
  },
  { id: 'a1', app: 'identity', action: 'user_login', device: 'Safari on iPhone', at: times.signedInAt },
];

async function openAccount(
  routes: Parameters<typeof stubServer>[0] = {},
  at = '/account',
): Promise<SeenRequest[]> {
  const seen = stubServer({
    'GET /api/auth/get-session': () => ({ user: ada }),
    'GET /api/apps': () => [],
    'GET /api/account/devices': () => devices,
    'GET /api/account/ways-in': () => waysIn,
    'GET /api/account/activity?limit=10': () => activity,
    ...routes,
  });
  renderWholeApp(<Pages />, { name: 'gateway', title: 'Commons', at });
  await screen.findByRole('heading', { name: 'Account' });
  return seen;
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const sent = (seen: SeenRequest[]) => seen.filter(({ route }) => route.startsWith('POST'));

describe('the account page', () => {
  it('saves another name and shows it at once', async () => {
    const user = { ...ada };
    const seen = await openAccount({
      'GET /api/auth/get-session': () => ({ user: { ...user } }),
      'POST /api/auth/update-user': ({ body }) => {
        user.name = String(body.name);
        return {};
      },
    });
    const cannotSave = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled;
    expect(cannotSave()).toBe(true);
    type('Name', '  Ada L. ');
    expect(cannotSave()).toBe(false);
    press('Save');
    expect(await screen.findByText('Name saved')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Account of Ada L.' })).toBeTruthy();
    expect(sent(seen)[0]?.body).toEqual({ name: 'Ada L.' });
    await waitFor(() => expect(cannotSave()).toBe(true));
  });

  it('says in words what was done under the name of the person, where and in which app', async () => {
    const app = { name: 'boardofone', title: 'Board of One', description: '', path: '/boardofone/' };
    await openAccount({ 'GET /api/apps': () => [app] });
    const list = await screen.findByRole('list', { name: 'Activity' });

    expect(within(list).getByText('Session killed')).toBeTruthy();
    expect(await within(list).findByText(/^Board of One, Firefox on Windows,/)).toBeTruthy();
    expect(within(list).getByText('Signed in')).toBeTruthy();
    expect(within(list).getByText(/^Safari on iPhone,/)).toBeTruthy();
  });

  it('shows the address as what one signs in with, not as a field', async () => {
    await openAccount();
    expect(screen.getByText('The address you sign in with.')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'E-mail' })).toBeNull();
  });

  it('asks for a name when there is none', async () => {
    const seen = await openAccount();
    type('Name', ' ');
    press('Save');
    expect(screen.getByText('Enter the name that others should see.')).toBeTruthy();
    expect(sent(seen)).toEqual([]);
  });

  it('keeps the name that could not be saved, and says why with the request id', async () => {
    await openAccount({ 'POST /api/auth/update-user': () => refusal(500, 'INTERNAL') });
    type('Name', 'Ada L.');
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('req-1');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada L.');
  });

  it('changes the password of whoever knows the current one, and forgets both', async () => {
    const seen = await openAccount({ 'POST /api/auth/change-password': () => ({}) });
    type('Current password', 'the old password');
    type('New password', 'the new password');
    press('Change the password');
    expect(await screen.findByText('Password changed')).toBeTruthy();
    expect(sent(seen)[0]?.body).toEqual({
      currentPassword: 'the old password',
      newPassword: 'the new password',
    });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe(''));
  });

  it('says at the field that the current password is wrong', async () => {
    await openAccount({
      'POST /api/auth/change-password': () => refusal(400, 'BAD_INPUT', { reason: 'INVALID_PASSWORD' }),
    });
    type('Current password', 'a wrong password');
    type('New password', 'the new password');
    press('Change the password');
    expect(await screen.findByText('That is not your current password.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Current password'));
  });

  it('keeps the colours that were chosen', async () => {
    await openAccount();
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
    expect(localStorage.getItem('commons:color-scheme')).toBe('dark');
  });

  it('signs another device out, and offers it for no device but others', async () => {
    let known = devices;
    const seen = await openAccount({
      'GET /api/account/devices': () => known,
      'POST /api/account/devices/revoke': () => {
        known = known.slice(0, 1);
        return {};
      },
    });
    await screen.findByText('Firefox on Windows');
    expect(screen.queryByRole('button', { name: 'Sign out Firefox on Windows' })).toBeNull();
    press('Sign out Safari on iPhone');
    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull());
    expect(sent(seen)[0]?.body).toEqual({ id: 'd2' });
  });

  it('says that the devices could not be read, and reads them again', async () => {
    let fail = true;
    await openAccount({
      'GET /api/account/devices': () => (fail ? refusal(500, 'INTERNAL') : devices),
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    fail = false;
    fireEvent.click(again);
    expect(await screen.findByText('Safari on iPhone')).toBeTruthy();
  });

  it('claims no finer time of use than the server keeps', async () => {
    const used = new Date().toISOString();
    await openAccount({
      'GET /api/account/devices': () => [
        { ...laptop, ...times },
        { ...phone, signedInAt: used, lastUsedAt: used },
      ],
    });
    expect(await screen.findByText('Used within the last hour')).toBeTruthy();
    expect(screen.queryByText(/^Last used/)).toBeNull();
  });

  it('speaks of ways to sign in only where there are any besides the password', async () => {
    const answers = { password: true, linked: [], configured: [] };
    await openAccount({ 'GET /api/account/ways-in': () => answers });
    await screen.findByText('Firefox on Windows');
    expect(screen.queryByRole('heading', { name: 'Ways to sign in' })).toBeNull();
  });

  it('says that the ways to sign in could not be read', async () => {
    await openAccount({ 'GET /api/account/ways-in': () => refusal(500, 'INTERNAL') });
    expect(await screen.findByRole('heading', { name: 'Ways to sign in' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('says why a provider could not be unlinked', async () => {
    const message = 'This is your only way in.';
    const seen = await openAccount({
      'POST /api/account/unlink': () => refusal(409, 'CONFLICT', { message }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Unlink GitHub' }));
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect(sent(seen)[0]?.body).toEqual({ provider: 'github' });
  });

  it('offers no way out of the only way in', async () => {
    await openAccount({ 'GET /api/account/ways-in': () => ({ ...waysIn, password: false }) });
    await screen.findByText('Your only way in');
    expect(screen.queryByRole('button', { name: 'Unlink GitHub' })).toBeNull();
  });

  it('asks who it is before a provider is linked, if that was long ago', async () => {
    const details = { reason: 'SESSION_NOT_FRESH' };
    const seen = await openAccount({
      'GET /api/auth/providers': () => [],
      'POST /api/auth/link-social': () => refusal(403, 'FORBIDDEN', { details }),
      'POST /api/auth/sign-in/email': () => ({}),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Link Google' }));
    const dialog = await screen.findByRole('dialog', { name: 'Is it you?' });
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.change(within(dialog).getByLabelText('Password'), { target: { value: 'a password' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Is it you?' })).toBeNull());
    expect(sent(seen).at(-1)?.body).toEqual({ email: ada.email, password: 'a password' });
  });

  it('hands out everything as a file with the name that the server gave', async () => {
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(`${this.download} from ${this.href}`);
    });
    Object.assign(URL, { createObjectURL: () => 'blob:data', revokeObjectURL: () => undefined });
    const file = new Response('{}', {
      headers: { 'content-disposition': 'attachment; filename="commons.json"' },
    });
    await openAccount({ 'GET /api/account/export': () => file });
    press('Download my data');
    expect(await screen.findByText('Your data is downloaded')).toBeTruthy();
    expect(saved).toEqual(['commons.json from blob:data']);
  });

  it('says why the data could not be downloaded', async () => {
    await openAccount({ 'GET /api/account/export': () => refusal(500, 'INTERNAL') });
    press('Download my data');
    expect((await screen.findByRole('alert')).textContent).toContain('req-1');
  });

  it('deletes the account once the address is typed, and asks who it is when that was long ago', async () => {
    const details = { reason: 'SESSION_NOT_FRESH' };
    let user: typeof ada | null = ada;
    let isFresh = false;
    const seen = await openAccount({
      'GET /api/auth/get-session': () => (user ? { user } : null),
      'GET /api/auth/providers': () => [],
      'GET /api/demo-logins': () => [],
      'POST /api/auth/sign-out': () => ({}),
      'POST /api/auth/sign-in/email': () => {
        isFresh = true;
        return {};
      },
      'POST /api/account/delete': () => {
        if (!isFresh) return refusal(403, 'FORBIDDEN', { details });
        user = null;
        return {};
      },
    });
    press('Delete my account');
    const dialog = await screen.findByRole('dialog', { name: 'Delete your account?' });
    const confirm = () =>
      within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Delete everything' });
    expect(confirm().disabled).toBe(true);
    type(`Type ${ada.email} to confirm`, 'Ada@Example.com ');
    expect(confirm().disabled).toBe(false);
    fireEvent.click(confirm());
    const identity = await screen.findByRole('dialog', { name: 'Is it you?' });
    expect(identity.textContent).toContain('Sign in once more to delete your account.');
    fireEvent.change(within(identity).getByLabelText('Password'), { target: { value: 'a password' } });
    fireEvent.click(within(identity).getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { name: /Sign in|Commons/ })).toBeTruthy();
    expect(sent(seen).map(({ route }) => route)).toEqual([
      'POST /api/account/delete',
      'POST /api/auth/sign-in/email',
      'POST /api/account/delete',
      'POST /api/auth/sign-out',
    ]);
    expect(sent(seen)[2]?.body).toEqual({ email: ada.email });
  });

  it('says what happened at a provider that sent somebody back', async () => {
    await openAccount({}, '/account?error=account_already_linked_to_different_user');
    expect((await screen.findByRole('alert')).textContent).toContain('another account here');
  });

  it('lists what was done as far back as somebody reads, and keeps what is there when more does not come', async () => {
    const entries = Array.from({ length: 65 }, (_, at) => ({
      id: `e${at}`,
      app: null,
      action: `thing_${at}`,
      device: 'Safari',
      at: times.signedInAt,
    }));
    let isBroken = true;
    await openAccount({
      'GET /api/account/activity?limit=10': () => entries.slice(0, 10),
      'GET /api/account/activity?limit=50&before=e9': () =>
        isBroken ? refusal(500, 'INTERNAL') : entries.slice(10, 60),
      'GET /api/account/activity?limit=50&before=e59': () => entries.slice(60),
    });
    await screen.findByText('Thing 9');
    press('Show more');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByText('Thing 0')).toBeTruthy();
    isBroken = false;
    fireEvent.click(again);
    await screen.findByText('Thing 59');
    press('Show more');

    expect(await screen.findByText('Thing 64')).toBeTruthy();
    expect(await screen.findByText('That is everything.')).toBeTruthy();
  });
});
