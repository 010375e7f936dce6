import { randomUUID } from 'node:crypto';
import { createOfflinePort, type ModelPort } from '@commons/ai';
import { openDatabase } from '@commons/shared-db';
import { openNotifications, openServiceDatabase } from '@commons/shared-db/service';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import type { AnyTRPCRouter } from '@trpc/server';
import type { AppDefinition } from '../src/define-app.ts';
import type { ServerEnvironment } from '../src/env.ts';
import { openLog } from '../src/log.ts';
import { defaultSignInLimits } from '../src/server/sign-in-limits.ts';
import { type RunningServer, type StartServerOptions, startServer } from '../src/server/start-server.ts';
import { type TestMailbox, testMailbox } from './test-mailbox.ts';
import { cookieOf, send, type TestPerson, testPerson } from './test-person.ts';

/** What a test may choose about its server. */
export interface TestServerOptions<Apps extends readonly AppDefinition[]>
  extends Partial<Omit<StartServerOptions, 'apps' | 'env'>> {
  apps: Apps;
  models?: ModelPort;
  env?: Partial<ServerEnvironment>;
  /** An existing database, for starting a second server on it; whoever made it disposes of it. */
  db?: TestDatabase;
}

/** A real server on a free port and on a database of its own. */
export interface TestServer<Router extends AnyTRPCRouter> extends AsyncDisposable {
  /** Address as people see it. */
  url: string;
  /** Address to send requests to, which differs when a public one is configured. */
  localUrl: string;
  db: TestDatabase;
  mailbox: TestMailbox;
  /** Everything logged so far. */
  logText(): string;
  /** Somebody without a session. */
  visitor: TestPerson<Router>;
  /** Signs a new person up over HTTP and in. */
  signUp(details?: { email?: string; name?: string; password?: string }): Promise<TestPerson<Router>>;
  /** Signs an existing person in, as on another device. */
  signIn(person: { userId?: string; email: string; password: string }): Promise<TestPerson<Router>>;
  /** Stops the server as a signal would; the database stays until the server is disposed of. */
  close(): Promise<void>;
}

/** Nobody waits in tests, and one address signs many people up. */
const testLimits = {
  ...defaultSignInLimits,
  byClient: { max: 10_000, windowMs: 60_000 },
  answerAfterMs: 0,
};

/**
 * Starts the whole server for one test file.
 * @example
 * await using server = await startTestServer({ apps: [notes] });
 * const anna = await server.signUp();
 * await anna.client.notes.create.mutate({ title: 'Milk' });
 */
export async function startTestServer<const Apps extends readonly AppDefinition[]>(
  options: TestServerOptions<Apps>,
): Promise<TestServer<Apps[0]['router']>> {
  const { apps, env, db: existing, ...rest } = options;
  const db = existing ?? (await createTestDatabase(apps));
  const mailbox = testMailbox();
  const lines: string[] = [];
  const log = openLog({ level: 'debug', destination: { write: (line: string) => void lines.push(line) } });
  const server = await startServer({
    apps,
    database: openDatabase({ url: db.logins.app, max: 4 }),
    service: openServiceDatabase({ url: db.logins.service, max: 2 }),
    notifications: openNotifications({ url: db.direct.service }),
    workUrl: db.logins.service,
    models: createOfflinePort(),
    log,
    deliver: mailbox.deliver,
    signInLimits: testLimits,
    ...rest,
    env: { ...testEnvironment, ...env },
  });
  const firstApp = apps[0]?.name ?? '';
  return {
    ...people<Apps[0]['router']>(server, firstApp),
    url: server.url,
    localUrl: `http://127.0.0.1:${server.port}`,
    db,
    mailbox,
    logText: () => lines.join(''),
    close: () => server.close(),
    async [Symbol.asyncDispose]() {
      await server.close();
      if (!existing) await db[Symbol.asyncDispose]();
    },
  };
}

const testEnvironment: ServerEnvironment = {
  production: false,
  port: 0,
  host: '127.0.0.1',
  publicUrl: undefined,
  secret: 'a secret for tests that is long enough to be one',
  smtpUrl: undefined,
  mailFrom: undefined,
  providers: {},
  bearer: undefined,
  serviceKey: undefined,
  logLevel: 'debug',
  trustedProxies: 0,
  shutdownTimeoutMs: 2_000,
  shutdownDelayMs: 0,
  modelQuota: undefined,
  metricsToken: undefined,
  tracing: undefined,
  callRates: { queries: 100_000, mutations: 100_000 },
};

function people<Router extends AnyTRPCRouter>({ port }: RunningServer, firstApp: string) {
  const url = `http://127.0.0.1:${port}`;
  const person = (details: Parameters<typeof testPerson>[2]) => testPerson<Router>(url, firstApp, details);

  async function signIn(who: { email: string; password: string }): Promise<TestPerson<Router>> {
    const response = await send(`${url}/api/auth/sign-in/email`, '', {
      email: who.email,
      password: who.password,
    });
    const body = (await response.json()) as { user?: { id: string; name: string } };
    if (!body.user) throw new Error(`Signing in failed: ${JSON.stringify(body)}`);
    const { id: userId, name } = body.user;
    return person({ email: who.email, password: who.password, userId, name, cookie: cookieOf(response) });
  }

  return {
    visitor: person({ userId: '', email: '', password: '', name: '', cookie: '' }),
    signIn,
    async signUp(details: { email?: string; name?: string; password?: string } = {}) {
      const { email = `${randomUUID()}@example.org`, name = 'Test Person' } = details;
      const password = details.password ?? `password ${randomUUID()}`;
      const response = await send(`${url}/api/auth/sign-up/email`, '', { email, name, password });
      if (!response.ok) throw new Error(`Signing up failed: ${await response.text()}`);
      return signIn({ email, password });
    },
  };
}
