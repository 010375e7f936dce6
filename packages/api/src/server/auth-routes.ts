import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorBody, errorData, errorText } from '../errors/error-body.ts';
import { errorLog } from '../errors/error-log.ts';
import { authGets, authPosts, callbackPath, guessablePaths } from '../identity/auth-paths.ts';
import { type AuthRequest, authRequest } from '../identity/auth-request.ts';
import { clientAddressHeader, type Identity } from '../identity/identity.ts';
import { isAddressTaken } from '../identity/is-address-taken.ts';
import { ownReturn, problemReturn } from '../identity/own-return.ts';
import { readRefusal } from '../identity/refusal.ts';
import { atLeast } from './at-least.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';
import { readJson } from './read-json.ts';
import type { SignInGate } from './sign-in-limits.ts';

/** What sign-in's routes are made of. */
export interface AuthRoutesOptions {
  identity: Identity;
  gate: SignInGate;
  readToken: (cookieHeader: string | undefined) => string | undefined;
  publicUrl: URL;
  /** The page that says what went wrong at a provider. */
  problemPath: string;
  /** How long a provider may take to say who somebody is. */
  providerTimeoutMs: number;
}

/** The paths below `/api/auth` that are open, each with its own checked body. */
export function authRoutes(options: AuthRoutesOptions): Hono<HttpEnvironment> {
  const { identity, gate, readToken, publicUrl, problemPath, providerTimeoutMs } = options;
  const routes = new Hono<HttpEnvironment>();

  for (const [path, schema] of Object.entries(authPosts)) {
    routes.post(path, async (c) => {
      const body = schema.parse(await readJson(c));
      const token = readToken(c.req.header('cookie'));
      if (path === '/link-social') await identity.requireFresh(token);
      if (!guessablePaths.has(path)) return serve(c, path, body);
      const client = c.get('clientAddress') ?? '';
      const email = typeof body.email === 'string' ? body.email : undefined;
      // Somebody at a screen that was left open guesses from any network, and knows no address to be counted by.
      const userId = path === '/change-password' ? await identity.personOf(token) : undefined;
      await gate.enter(path, client, email, userId);
      const response = await atLeast(gate.answerAfterMs, serve(c, path, body));
      if (response.ok && path === '/sign-in/email' && email) await gate.succeeded(path, client, email);
      if (response.ok && userId) await gate.succeededAs(path, userId);
      return response;
    });
  }
  for (const path of authGets) routes.get(path, (c) => serve(c, path, undefined));
  routes.get('/providers', (c) => c.json(identity.providers));
  routes.get(callbackPath, comeBack);

  /** A person stands before this answer, so whatever happens they land on a page. */
  async function comeBack(c: HttpContext): Promise<Response> {
    const path = '/callback';
    const tooLate = Promise.withResolvers<'too late'>();
    const timer = setTimeout(() => tooLate.resolve('too late'), providerTimeoutMs);
    try {
      const answer = await Promise.race([ask(c, path, undefined, false), tooLate.promise]);
      if (answer === 'too late') return c.redirect(problemReturn(problemPath, 'provider_too_slow'));
      if (answer.failure !== undefined) throw answer.failure;
      const headers = new Headers(answer.response.headers);
      headers.set('location', ownReturn(headers.get('location'), publicUrl, problemPath));
      return new Response(null, { status: 302, headers });
    } catch (error) {
      c.get('log').error({ error: errorLog(error) }, 'the way back from a provider failed');
      return c.redirect(problemReturn(problemPath, 'internal_server_error'));
    } finally {
      clearTimeout(timer);
    }
  }

  async function serve(c: HttpContext, path: string, body: object | undefined): Promise<Response> {
    const first = await ask(c, path, body, false);
    // Whoever lost a race for an address finds it taken now, and is answered like everybody who does.
    const lostRace = path === '/sign-up/email' && isAddressTaken(first.failure);
    const { response, failure } = lostRace ? await ask(c, path, body, true) : first;
    if (failure !== undefined) throw failure;
    if (response.status >= 400) return refuse(c, response);
    return withoutTokens(response);
  }

  async function ask(c: HttpContext, path: string, body: object | undefined, lostRace: boolean) {
    const request: AuthRequest = {
      path,
      requestId: c.get('requestId'),
      ipAddress: c.get('clientAddress'),
      userAgent: c.req.header('user-agent')?.slice(0, 500),
      provider: c.req.param('provider'),
      token: readToken(c.req.header('cookie')),
      lostRace,
    };
    const response = await authRequest.run(request, () => identity.handle(forwarded(c, path, body)));
    return { response, failure: request.failure };
  }

  return routes;
}

function forwarded(c: HttpContext, path: string, body: object | undefined): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-length');
  headers.set(clientAddressHeader, c.get('clientAddress') ?? '');
  const { url, method } = c.req.raw;
  if (!body) return new Request(url, { method, headers });
  // Somebody who changes a password wants everybody else out.
  const revoke = path === '/change-password' && { revokeOtherSessions: true };
  return new Request(url, { method, headers, body: JSON.stringify({ ...body, ...revoke }) });
}

async function refuse(c: HttpContext, response: Response): Promise<Response> {
  const { error, reason } = await readRefusal(response);
  const body: ErrorBody = {
    ...errorData(error, c.get('requestId')),
    message: errorText(error),
    ...(reason !== undefined && { reason }),
  };
  return c.json(body, response.status as ContentfulStatusCode);
}

/** The session token belongs into the HttpOnly cookie and nowhere a script can read it. */
async function withoutTokens(response: Response): Promise<Response> {
  const text = response.ok ? await response.text() : '';
  if (text === '') return response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const body = JSON.stringify(JSON.parse(text), (key, value) => (key === 'token' ? undefined : value));
  return new Response(body, { status: response.status, headers });
}
