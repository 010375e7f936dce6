import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderWholeApp } from '../../testing/app.tsx';
import { refusal, type SeenRequest, stubServer } from '../../testing/stub-server.ts';
import { sessionLost } from '../app/signals.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { getJson } from './http.ts';
import { useSession } from './session-context.ts';

const ada = { id: 'u-ada', name: 'Ada', email: 'ada@example.com' };
const ben = { id: 'u-ben', name: 'Ben', email: 'ben@example.com' };

/** A server with one session, as sign-in and sign-out change it. */
function startServer(routes: Parameters<typeof stubServer>[0] = {}, signedIn: typeof ada | null = null) {
  const state = { user: signedIn };
  const seen = stubServer({
    'GET /api/auth/get-session': () => (state.user ? { session: {}, user: state.user } : null),
    'GET /api/demo-logins': () => [],
    'POST /api/auth/sign-in/email': ({ body }) => {
      const user = [ada, ben].find(({ email }) => email === body.email);
      if (body.password !== 'right horse' || !user) {
        return refusal(401, 'UNAUTHENTICATED', { reason: 'INVALID_EMAIL_OR_PASSWORD' });
      }
      state.user = user;
      return {};
    },
    'POST /api/auth/sign-out': () => {
      state.user = null;
      return {};
    },
    ...routes,
  });
  return { state, seen };
}

function Page() {
  const { user, signOut } = useSession();
  const [draft, setDraft] = useDraft('note');
  return (
    <main>
      <h1>Hello {user.name}</h1>
      <input
        aria-label="Note"
        value={draft.text}
        onChange={(event) => setDraft({ text: event.target.value })}
      />
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </main>
  );
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const posts = (seen: SeenRequest[]) => seen.filter(({ route }) => route.startsWith('POST'));

async function signIn(email: string, password = 'right horse') {
  await screen.findByLabelText('E-mail');
  type('E-mail', email);
  type('Password', password);
  press('Sign in');
}

describe('AuthGate', () => {
  it('asks whoever is signed out to sign in, and then shows the page they came for', async () => {
    const { seen } = startServer();
    renderWholeApp(<Page />, { at: '/chidi/c/42' });
    await signIn(' ada@example.com ');
    expect(await screen.findByRole('heading', { name: 'Hello Ada' })).toBeTruthy();
    expect(window.location.pathname).toBe('/chidi/c/42');
    const [request] = posts(seen);
    expect(request?.body).toEqual({ email: 'ada@example.com', password: 'right horse' });
    expect(request?.headers.get('x-commons')).toBe('1');
    expect(request?.headers.get('content-type')).toBe('application/json');
  });

  it('says the same about a wrong address and a wrong password, at the field, and keeps what was typed', async () => {
    startServer();
    renderWholeApp(<Page />);
    const texts = [];
    for (const email of ['ada@example.com', 'nobody@example.com']) {
      await signIn(email, 'wrong');
      texts.push((await screen.findByText(/don’t match/)).textContent);
      expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe(email);
      expect(document.activeElement).toBe(screen.getByLabelText('Password'));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it('asks for what is missing before it sends anything, and moves the focus there', async () => {
    const { seen } = startServer();
    renderWholeApp(<Page />);
    await signIn('ada', '');
    expect(screen.getByText(/no e-mail address yet/)).toBeTruthy();
    expect(screen.getByText('Enter your password.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
    expect(posts(seen)).toEqual([]);
  });

  it('shows the request id when the server itself fails', async () => {
    startServer({ 'POST /api/auth/sign-in/email': () => refusal(500, 'INTERNAL') });
    renderWholeApp(<Page />);
    await signIn('ada@example.com');
    expect((await screen.findByRole('alert')).textContent).toContain('req-1');
  });

  it('lets password managers and keyboards know what each field is', async () => {
    startServer();
    renderWholeApp(<Page />, { at: '/chidi/sign-up' });
    const password = await screen.findByLabelText('Password');
    expect(password.getAttribute('autocomplete')).toBe('new-password');
    expect(screen.getByLabelText('E-mail').getAttribute('autocomplete')).toBe('username');
    press('Show password');
    expect(password.getAttribute('type')).toBe('text');
  });

  it('signs a new account in even when the server answers sign-ups without a session', async () => {
    const { seen } = startServer({ 'POST /api/auth/sign-up/email': () => ({}) });
    renderWholeApp(<Page />, { at: '/chidi/sign-up?next=%2Fc%2F7' });
    await screen.findByLabelText('Name');
    type('Name', 'Ada');
    type('E-mail', 'ada@example.com');
    type('Password', 'right horse');
    press('Create account');
    expect(await screen.findByRole('heading', { name: 'Hello Ada' })).toBeTruthy();
    expect(window.location.pathname).toBe('/chidi/c/7');
    expect(posts(seen).map(({ route }) => route)).toEqual([
      'POST /api/auth/sign-up/email',
      'POST /api/auth/sign-in/email',
    ]);
  });

  it('asks for a longer password, and says how much is missing', async () => {
    startServer();
    renderWholeApp(<Page />, { at: '/chidi/sign-up' });
    await screen.findByLabelText('Name');
    type('Password', 'short');
    press('Create account');
    expect(screen.getByText('Use at least 10 characters: 5 more to go.')).toBeTruthy();
  });

  it('gives the same answer to a forgotten password whether or not the account exists', async () => {
    const { seen } = startServer({ 'POST /api/auth/request-password-reset': () => ({ status: true }) });
    renderWholeApp(<Page />, { at: '/chidi/forgot-password' });
    await screen.findByLabelText('E-mail');
    type('E-mail', 'nobody@example.com');
    press('Send the link');
    expect((await screen.findByText(/has an account/)).textContent).toContain('nobody@example.com');
    expect(posts(seen)[0]?.body).toEqual({
      email: 'nobody@example.com',
      redirectTo: '/chidi/reset-password',
    });
  });

  it('takes the address typed at the sign-in along to the forgotten password, and not in the URL', async () => {
    startServer({});
    renderWholeApp(<Page />, { at: '/chidi/sign-in' });
    await screen.findByLabelText('E-mail');
    type('E-mail', 'ada@example.com');
    fireEvent.click(screen.getByRole('link', { name: 'Forgot your password?' }));
    await screen.findByRole('button', { name: 'Send the link' });
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('ada@example.com');
    expect(location.href).not.toContain('ada');
  });

  it('saves a new password with the token of the link, and leads to the sign-in', async () => {
    const { seen } = startServer({ 'POST /api/auth/reset-password': () => ({ status: true }) });
    renderWholeApp(<Page />, { at: '/chidi/reset-password?token=t-1' });
    type('New password', 'a much longer one');
    press('Save the password');
    await screen.findByRole('button', { name: 'Sign in' });
    expect(posts(seen)[0]?.body).toEqual({ newPassword: 'a much longer one', token: 't-1' });
  });

  it.each([
    ['a link that the server has refused', '/chidi/reset-password?error=INVALID_TOKEN'],
    ['a damaged link', '/chidi/reset-password'],
  ])('offers a new link instead of %s', (_, at) => {
    startServer();
    renderWholeApp(<Page />, { at });
    expect(screen.getByRole('link', { name: 'Send me a new link' })).toBeTruthy();
  });

  it('signs in with one tap on a demo login', async () => {
    startServer({
      'GET /api/demo-logins': () => [
        { name: 'Ada', email: ada.email, password: 'right horse', about: 'Runs a shop' },
      ],
    });
    renderWholeApp(<Page />);
    fireEvent.click(await screen.findByRole('button', { name: /Runs a shop/ }));
    expect(await screen.findByRole('heading', { name: 'Hello Ada' })).toBeTruthy();
  });

  it('offers the people of this app first, and none of another app', async () => {
    const person = (name: string, app?: string) => ({
      name,
      email: `${name}@demo.example`,
      password: 'x',
      about: 'Here',
      app,
    });
    startServer({
      'GET /api/demo-logins': () => [person('Ada'), person('Rosa', 'chidi'), person('Otto', 'other')],
    });
    renderWholeApp(<Page />, { at: '/chidi/' });
    const offered = await screen.findAllByRole('button', { name: /Here/ });
    expect(offered.map(({ textContent }) => textContent)).toEqual(['RosaHere', 'AdaHere']);
  });

  it('shows the welcome page to signed-out visitors of the first page only', async () => {
    startServer();
    renderWholeApp(<Page />, { welcome: <p>What this is</p> });
    expect(await screen.findByText('What this is')).toBeTruthy();
  });

  it('offers to try again when the server can’t be reached, and does not ask to sign in', async () => {
    startServer({ 'GET /api/auth/get-session': () => refusal(500, 'INTERNAL') });
    renderWholeApp(<Page />);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('opens over the page when the session ends, and the page with its text is still there afterwards', async () => {
    const { state } = startServer({}, ada);
    renderWholeApp(<Page />);
    type((await screen.findByLabelText('Note')).getAttribute('aria-label') ?? '', 'half a sentence');
    state.user = null;
    act(() => sessionLost.send());
    expect(await screen.findByText('Please sign in again')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('half a sentence');
    expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe(ada.email);
    await signIn(ada.email);
    await waitFor(() => expect(screen.queryByText('Please sign in again')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('half a sentence');
  });

  it('shows nothing that one person typed or read to the next who signs in at the same page', async () => {
    const answers = [Promise.resolve('Ada’s diagnosis'), new Promise(() => {})];
    const { state } = startServer({ 'GET /api/secret': () => answers.shift() }, ada);
    const Secret = () => (
      <p>{useQuery({ queryKey: ['secret'], queryFn: () => getJson<string>('/api/secret') }).data}</p>
    );
    renderWholeApp(
      <>
        <Page />
        <Secret />
      </>,
    );
    await screen.findByText('Ada’s diagnosis');
    type('Note', 'for my eyes');
    state.user = null;
    act(() => sessionLost.send());
    await screen.findByText('Please sign in again');
    await signIn(ben.email);
    expect(await screen.findByRole('heading', { name: 'Hello Ben' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Note').value).toBe('');
    expect(document.body.textContent).not.toContain('Ada');
  });

  it('takes the drafts of whoever signs out off this browser', async () => {
    startServer({}, ada);
    renderWholeApp(<Page />, { at: '/chidi/c/1' });
    await screen.findByLabelText('Note');
    type('Note', 'secret');
    expect(JSON.stringify(localStorage)).toContain('secret');
    press('Sign out');
    await screen.findByLabelText('Password');
    expect(JSON.stringify(localStorage)).not.toContain('secret');
    expect(window.location.pathname).toBe('/chidi/');
  });
});
