import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;
type Anna = TestPerson<Router>;

let server: TestServer<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const newPassword = 'the password after the reset';
const change = (anna: Anna) =>
  anna.request('/api/auth/change-password', {
    currentPassword: anna.password,
    newPassword: 'the password of a thief',
  });
const signIn = ({ email, password }: Anna) =>
  server.visitor.request('/api/auth/sign-in/email', { email, password });

async function resetOf({ email }: Anna): Promise<() => Promise<Response>> {
  const asked = { email, redirectTo: '/sample/reset-password' };
  await server.visitor.request('/api/auth/request-password-reset', asked);
  const { text } = await server.mailbox.next(email);
  const token = new URL(/http\S+/.exec(text)?.[0] ?? '').pathname.split('/').at(-1);
  return () => server.visitor.request('/api/auth/reset-password', { token, newPassword });
}

/** Lets `use` run until it waits for the row of Anna that is held, and gives her the password of another meanwhile. */
async function overtaken(anna: Anna, held: 'public.users' | 'identity.sessions', use: typeof signIn) {
  const other = await server.signUp();
  const { answer } = await server.db.admin.begin(async (reset) => {
    const key = held === 'public.users' ? 'id' : 'user_id';
    await reset.unsafe(`select 1 from ${held} where ${key} = '${anna.userId}' for update`);
    const answer = use(anna);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    await reset`
      update identity.accounts set password = theirs.password from identity.accounts as theirs
      where accounts.user_id = ${anna.userId} and theirs.user_id = ${other.userId}`;
    await reset`delete from identity.sessions where user_id = ${anna.userId}`;
    return { answer };
  });
  const response = await answer;
  expect(await sessionsOf(anna)).toHaveLength(0);
  await server.signIn({ email: anna.email, password: other.password });
  return { status: response.status, body: await response.json() };
}

const sessionsOf = ({ userId }: Anna) =>
  server.db.admin`select 1 from identity.sessions where user_id = ${userId}`;

const waiting = async () => {
  const rows = await server.db.admin`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
};

type Holder = Parameters<Parameters<typeof server.db.admin.begin>[1]>[0];

/** Holds each session of Anna that is being made until `work` is done, as a slow disk would. */
async function stalled<T>(anna: Anna, work: (holder: Holder) => Promise<T>) {
  await server.db.admin.unsafe(`
    create or replace function identity.stall() returns trigger language plpgsql as
      'begin perform pg_advisory_xact_lock(4711); return new; end';
    create or replace trigger stall before insert on identity.sessions for each row
      when (new.user_id = '${anna.userId}') execute function identity.stall()`);
  return server.db.admin.begin(async (holder) => {
    await holder`select pg_advisory_xact_lock(4711)`;
    return work(holder);
  });
}

describe('a password that is reset while somebody uses the old one', () => {
  it('refuses a sign-in that has compared it already', async () => {
    expect(await overtaken(await server.signUp(), 'public.users', signIn)).toMatchObject({
      status: 401,
      body: { reason: 'INVALID_EMAIL_OR_PASSWORD' },
    });
  });

  it('refuses a change that has compared it already, and one that was made a moment before', async () => {
    const refused = { status: 400, body: { reason: 'INVALID_PASSWORD' } };
    expect(await overtaken(await server.signUp(), 'public.users', change)).toMatchObject(refused);
    expect(await overtaken(await server.signUp(), 'identity.sessions', change)).toMatchObject(refused);
  });

  it('ends the session of a sign-in that came first', async () => {
    const anna = await server.signUp();
    const reset = await resetOf(anna);
    const { signedIn, answer } = await stalled(anna, async () => {
      const signedIn = signIn(anna);
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      let isReset = false;
      const answer = reset().finally(() => {
        isReset = true;
      });
      await expect.poll(async () => isReset || (await waiting()) === 2, { timeout: 10_000 }).toBe(true);
      return { signedIn, answer };
    });

    expect((await signedIn).status).toBe(200);
    expect((await answer).status).toBe(200);
    expect(await sessionsOf(anna)).toHaveLength(0);
  });

  it('refuses a sign-in that comes while the new one is being written', async () => {
    const anna = await server.signUp();
    const reset = await resetOf(anna);
    const { signedIn } = await stalled(anna, async (holder) => {
      await holder`savepoint before`;
      await holder`select 1 from identity.accounts where user_id = ${anna.userId} for update`;
      const answer = reset();
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      const signedIn = signIn(anna);
      await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
      await holder`rollback to savepoint before`;
      expect((await answer).status).toBe(200);
      return { signedIn };
    });

    expect((await signedIn).status).toBe(401);
    expect(await sessionsOf(anna)).toHaveLength(0);
  });
});
