import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { allAtOnce } from '../../testing/all-at-once.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';
import type { Activity } from './list-activity.ts';
import type { Device } from './list-devices.ts';

type Person = TestPerson<typeof sampleApp.router>;

let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  const providers = { google: { clientId: 'our-client', clientSecret: 'secret' } };
  server = await startTestServer({ apps: [sampleApp], env: { providers } });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const devicesOf = async (who: Person) =>
  (await (await who.request('/api/account/devices')).json()) as Device[];
const revoke = (who: Person, id: string) => who.request('/api/account/devices/revoke', { id });
const isSignedIn = async (who: Person) => (await who.request('/sample/trpc/people.me')).status === 200;
const auditOf = async ({ userId }: Person) => {
  const rows = await server.db.admin`
    select action from audit_log where user_id = ${userId} order by "timestamp", id`;
  return rows.map(({ action }) => action);
};
const link = ({ userId }: Person, provider: string) =>
  server.db.admin`
    insert into identity.accounts (user_id, provider_id, account_id)
    values (${userId}, ${provider}, ${`${provider} ${userId}`})`;
const forgetPassword = ({ userId }: Person) =>
  server.db.admin`delete from identity.accounts where user_id = ${userId} and provider_id = 'credential'`;
const unlink = (who: Person, provider: string) => who.request('/api/account/unlink', { provider });

describe('the devices of a person', () => {
  it('are their own, with the present one first, and show no token', async () => {
    const anna = await server.signUp();
    const laptop = await server.signIn(anna);
    await server.signUp();
    const text = await (await laptop.request('/api/account/devices')).text();
    const devices = JSON.parse(text) as Device[];

    expect(devices.map(({ current }) => current)).toEqual([true, false]);
    expect(Object.keys(devices[0] ?? {}).sort()).toEqual([
      'current',
      'id',
      'lastUsedAt',
      'name',
      'signedInAt',
    ]);
    for (const { token } of await server.db.admin`select token from identity.sessions`) {
      expect(text).not.toContain(token);
    }
  });

  it('lose access at once when they are revoked, silent streams included', async () => {
    // Neither an event nor the look that comes every few seconds ends the stream.
    vi.useFakeTimers({ toFake: ['setInterval'] });
    await using quiet = await startTestServer({ apps: [sampleApp], db: server.db });
    vi.useRealTimers();
    const anna = await quiet.signUp();
    const phone = await quiet.signIn(anna);
    const ended = Promise.withResolvers<string>();
    const begun = Promise.withResolvers<void>();
    phone.client.live.silence.subscribe(undefined, {
      onStarted: () => begun.resolve(),
      onError: (e) => ended.resolve(e.message),
    });
    await begun.promise;
    const [, other] = await devicesOf(anna);
    const response = await revoke(anna, other?.id ?? '');

    expect(response.status).toBe(200);
    expect(await ended.promise).toContain('signed out');
    expect([await isSignedIn(anna), await isSignedIn(phone)]).toEqual([true, false]);
    expect(await auditOf(anna)).toContain('session_revoked');
  });

  it('of somebody else do not exist', async () => {
    const anna = await server.signUp();
    const mallory = await server.signUp();
    const [device] = await devicesOf(anna);
    const foreign = await revoke(mallory, device?.id ?? '');
    const missing = await revoke(mallory, '00000000-0000-7000-8000-000000000000');
    const [a, b] = (await Promise.all([foreign.json(), missing.json()])) as object[];

    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
    expect(await isSignedIn(anna)).toBe(true);
  });

  it('are shown to nobody without a session', async () => {
    expect((await server.visitor.request('/api/account/devices')).status).toBe(401);
    expect((await revoke(server.visitor, 'no id')).status).toBe(401);
  });
});

describe('the ways into an account', () => {
  it('are listed, with what could be linked', async () => {
    const anna = await server.signUp();
    await link(anna, 'google');
    const ways = (await (await anna.request('/api/account/ways-in')).json()) as object;

    expect(ways).toEqual({
      password: true,
      linked: [{ provider: 'google', since: expect.any(String) }],
      configured: ['google'],
    });
  });

  it('lose a provider, its id and its picture, and other devices are signed out', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    await link(anna, 'google');
    await server.db.admin`
      update users set google_id = 'g', avatar_url = 'https://x.example' where id = ${anna.userId}`;

    expect((await unlink(anna, 'google')).status).toBe(200);
    expect([await isSignedIn(anna), await isSignedIn(phone)]).toEqual([true, false]);
    expect(await server.db.admin`select google_id, avatar_url from users where id = ${anna.userId}`).toEqual([
      { google_id: null, avatar_url: null },
    ]);
    expect(await auditOf(anna)).toContain('account_unlinked');
    expect((await unlink(anna, 'google')).status).toBe(404);
  });

  it('never lose the last one that works', async () => {
    const anna = await server.signUp();
    await link(anna, 'google');
    // GitHub has no keys here, so nobody gets in by it.
    await link(anna, 'github');
    await forgetPassword(anna);

    expect((await unlink(anna, 'google')).status).toBe(409);
    expect((await unlink(anna, 'github')).status).toBe(200);
  });

  it('keep one of two that are taken away at the same moment', async () => {
    const both = { clientId: 'our-client', clientSecret: 'secret' };
    const env = { providers: { google: both, github: both } };
    await using other = await startTestServer({ apps: [sampleApp], env, db: server.db });
    const anna = await other.signUp();
    await link(anna, 'google');
    await link(anna, 'github');
    await forgetPassword(anna);
    const answers = await allAtOnce(server.db, anna.userId, [
      () => unlink(anna, 'google'),
      () => unlink(anna, 'github'),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('change only in a session that has just begun', async () => {
    const anna = await server.signUp();
    await link(anna, 'google');
    await server.db.admin`
      update identity.sessions set created_at = now() - interval '16 minutes' where user_id = ${anna.userId}`;
    const refused = await unlink(anna, 'google');

    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ details: { reason: 'SESSION_NOT_FRESH' } });
  });
});

describe('what was done under a name', () => {
  const activityOf = async (who: Person, query = '') => {
    const response = await who.request(`/api/account/activity${query}`);
    return response.ok
      ? ((await response.json()) as Activity[]).map(({ action, app }) => `${app} ${action}`)
      : response.status;
  };

  it('is the person’s own to read, the newest first, as far back as they ask', async () => {
    const anna = await server.signUp();
    const ben = await server.signUp();
    const phone = await server.signIn(anna);
    const [other] = (await devicesOf(anna)).filter(({ current }) => !current);
    await revoke(anna, other?.id ?? '');

    expect(await activityOf(anna)).toEqual([
      'identity session_revoked',
      'identity user_login',
      'identity user_login',
      'identity user_signup',
    ]);
    expect(await activityOf(anna, '?limit=1')).toEqual(['identity session_revoked']);
    expect(await activityOf(ben)).toEqual(['identity user_login', 'identity user_signup']);
    expect(await activityOf(anna, '?limit=9000')).toBe(400);
    expect(await activityOf(anna, '?before=the-last')).toBe(400);
    expect(await activityOf(phone)).toBe(401);
  });

  it('comes in pages to its very beginning, and never goes on from somebody else’s', async () => {
    const anna = await server.signUp();
    const ben = await server.signUp();
    const entries = async (who: Person, query: string) =>
      (await (await who.request(`/api/account/activity${query}`)).json()) as Activity[];
    const [first, second] = await entries(anna, '?limit=2');
    const [newest] = await entries(anna, '?limit=1');

    expect(newest).toEqual(first);
    expect(await entries(anna, `?before=${first?.id}`)).toEqual([second]);
    expect(await entries(anna, `?before=${second?.id}`)).toEqual([]);
    expect(await entries(ben, `?before=${first?.id}`)).toEqual([]);
  });
});
