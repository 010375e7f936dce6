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
} from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { Pages } from '../pages.tsx';

const ada = { id: 'u1', name: 'Ada Okafor', email: 'ada@example.com' };

async function openAccount(routes: Parameters<typeof stubServer>[0] = {}): Promise<SeenRequest[]> {
  const seen = stubServer({
    'GET /api/auth/get-session': () => ({ user: ada }),
    'GET /api/apps': () => [],
    ...routes,
  });
  renderWholeApp(<Pages />, { name: 'gateway', title: 'Commons', at: '/account' });
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
    type('Name', '  Ada L. ');
    press('Save');
    expect(await screen.findByText('Name saved')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Account of Ada L.' })).toBeTruthy();
    expect(sent(seen)[0]?.body).toEqual({ name: 'Ada L.' });
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
});
