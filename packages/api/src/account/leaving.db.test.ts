import { auditFor } from '@commons/shared-db';
import { deadLetters } from '@commons/shared-db/service';
import { tablesNaming } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Person = TestPerson<typeof sampleApp.router>;
interface Exported {
  exportedAt: string;
  signIn: { devices: object[]; waysIn: object[] };
  tables: Record<string, Record<string, unknown>[]>;
}

let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  const providers = { google: { clientId: 'our-client', clientSecret: 'secret' } };
  const now = () => new Date('2026-11-21T23:30:00Z');
  server = await startTestServer({ apps: [sampleApp], env: { providers }, now });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const download = (who: Person) => who.request('/api/account/export');
const leave = (who: Person, email = who.email) => who.request('/api/account/delete', { email });
const isSignedIn = async (who: Person) => (await who.request('/sample/trpc/people.me')).status === 200;

describe('the data of a person', () => {
  it('are theirs to take along: sign-in, and their rows in every table', async () => {
    const anna = await server.signUp({ name: 'Anna Ek' });
    await server.signIn(anna);
    await server.signUp();
    const response = await download(anna);
    const data = (await response.json()) as Exported;

    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="commons-2026-11-21.json"',
    );
    expect(data.exportedAt).toBe('2026-11-21T23:30:00.000Z');
    expect(data.signIn).toMatchObject({
      devices: [{ ipAddress: '127.0.0.1' }, {}],
      waysIn: [{ provider: 'credential' }],
    });
    expect(data.tables['public.users']).toMatchObject([{ id: anna.userId, full_name: 'Anna Ek' }]);
    expect(data.tables['public.audit_log']?.map(({ user_id, action }) => [user_id, action])).toEqual(
      ['user_signup', 'user_login', 'user_login', 'data_exported'].map((action) => [anna.userId, action]),
    );
  });

  it('hold nothing by which somebody could sign in', async () => {
    const anna = await server.signUp();
    const text = await (await download(anna)).text();
    const secrets = await server.db.admin`
      select token as secret from identity.sessions union all select password from identity.accounts where password is not null`;

    expect(secrets.length).toBeGreaterThan(1);
    expect(secrets.filter(({ secret }) => text.includes(secret))).toEqual([]);
  });

  it('are given to nobody without a session, and ten times an hour', async () => {
    const anna = await server.signUp();
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await download(anna)).status);

    expect((await download(server.visitor)).status).toBe(401);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
  });

  it('break off when the session ends meanwhile, so that nobody takes a part for the whole', async () => {
    const anna = await server.signUp();
    await server.db.admin`
      insert into audit_log (user_id, action, resource_type, details)
      select ${anna.userId}, 'note_created', 'note', jsonb_build_object('filler', repeat('x', 100000))
      from generate_series(1, 300)`;
    const response = await download(anna);
    const reader = response.body?.getReader();
    await reader?.read();
    await server.db.admin`delete from identity.sessions where user_id = ${anna.userId}`;
    const rest = async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
    };

    expect(response.status).toBe(200);
    await expect(rest()).rejects.toThrow('terminated');
    expect(server.logText()).toContain('an answer broke off');
  });
});

describe('an account that is deleted', () => {
  it('leaves nothing of its person in the database, and word in their mailbox', async () => {
    const anna = await server.signUp({ name: 'Anna Unmistakable' });
    await server.visitor.request('/api/auth/request-password-reset', { email: anna.email });
    await server.mailbox.next(anna.email);
    await anna.request('/api/auth/link-social', { provider: 'google', disableRedirect: true });
    await server.db.service.asService('arrange', async (tx) => {
      const details = { members: [anna.userId] };
      await auditFor(
        tx,
        { userId: anna.userId, ipAddress: '192.0.2.7' },
        { action: 'note_shared', resourceType: 'note', resourceId: 'n1', details },
      );
      await tx.execute(
        sql`select app.enqueue_as_service(${deadLetters}, '{}', ${anna.userId}::uuid, null, 0)`,
      );
    });
    const traces = async () =>
      await Promise.all(
        [anna.userId, anna.email, anna.name].map((text) => tablesNaming(server.db.admin, text)),
      );
    expect(await traces()).toEqual([
      expect.arrayContaining([
        'identity.sessions',
        'identity.verifications',
        'pgboss.job_common',
        'public.audit_log',
        'public.users',
      ]),
      expect.arrayContaining(['public.users']),
      ['public.users'],
    ]);

    expect((await leave(anna)).status).toBe(200);
    expect(await traces()).toEqual([[], [], []]);
    expect((await server.mailbox.next(anna.email)).subject).toBe('Your account is deleted');
    expect(
      await server.db.admin`
        select user_id, resource_id, ip_address, user_agent, request_id from audit_log
        where action in ('account_deleted', 'note_shared') order by action desc`,
    ).toEqual([
      { user_id: null, resource_id: 'n1', ip_address: null, user_agent: null, request_id: null },
      { user_id: null, resource_id: null, ip_address: null, user_agent: null, request_id: null },
    ]);
  });

  it('is closed on every device at once, and its address is free again', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    const ben = await server.signUp();
    const ended = Promise.withResolvers<string | undefined>();
    const begun = Promise.withResolvers<void>();
    phone.client.live.silence.subscribe(undefined, {
      onStarted: () => begun.resolve(),
      onError: ({ data }) => ended.resolve(data?.code),
    });
    await begun.promise;
    expect((await leave(anna, ` ${anna.email.toUpperCase()} `)).status).toBe(200);

    expect(await ended.promise).toBe('UNAUTHENTICATED');
    expect([await isSignedIn(anna), await isSignedIn(phone), await isSignedIn(ben)]).toEqual([
      false,
      false,
      true,
    ]);
    await expect(server.signIn(anna)).rejects.toThrow('Signing in failed');
    expect((await server.signUp({ email: anna.email })).userId).not.toBe(anna.userId);
  });

  it('is its own: the address has to be typed, in a session that has just begun', async () => {
    const [anna, ben] = [await server.signUp(), await server.signUp()];
    const mistyped = await leave(anna, ben.email);
    await server.db.admin`
      update identity.sessions set created_at = now() - interval '16 minutes' where user_id = ${anna.userId}`;
    const stale = await leave(anna);

    expect(mistyped.status).toBe(400);
    expect(await mistyped.json()).toMatchObject({
      fields: { email: ['This is not the address of this account.'] },
    });
    expect(stale.status).toBe(403);
    expect(await stale.json()).toMatchObject({ details: { reason: 'SESSION_NOT_FRESH' } });
    expect((await leave(server.visitor, anna.email)).status).toBe(401);
    expect([await isSignedIn(anna), await isSignedIn(ben)]).toEqual([true, true]);
  });
});
