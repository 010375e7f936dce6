import type { TRPCClient } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { testClient } from './test-client.ts';

/** Somebody in front of the server, signed in or not. */
export interface TestPerson<Router extends AnyTRPCRouter> {
  userId: string;
  email: string;
  password: string;
  name: string;
  /** Cookie header of the session; empty for somebody who is not signed in. */
  cookie: string;
  /** Client of the first app under test. */
  client: TRPCClient<Router>;
  /** Client of another app under test. */
  clientOf<Other extends AnyTRPCRouter>(appName: string): TRPCClient<Other>;
  /** Any request with this person's cookie; a body is sent as JSON with the header that every POST needs. */
  request(path: string, body?: object): Promise<Response>;
}

/** Who stands behind a person. */
export interface PersonDetails {
  userId: string;
  email: string;
  password: string;
  name: string;
  cookie: string;
}

/** Gives somebody a way to talk to the server. */
export function testPerson<Router extends AnyTRPCRouter>(
  url: string,
  firstApp: string,
  details: PersonDetails,
): TestPerson<Router> {
  const { cookie } = details;
  return {
    ...details,
    client: testClient<Router>(`${url}/${firstApp}/trpc`, cookie),
    clientOf: (appName) => testClient(`${url}/${appName}/trpc`, cookie),
    request: (path, body) => send(url + path, cookie, body),
  };
}

/** Sends what a page of this site would send. */
export function send(url: string, cookie: string, body?: object): Promise<Response> {
  const headers = { cookie, 'x-commons': '1', 'content-type': 'application/json' };
  return body
    ? fetch(url, { method: 'POST', redirect: 'manual', headers, body: JSON.stringify(body) })
    : fetch(url, { redirect: 'manual', headers: { cookie } });
}

/** The Cookie header that a browser would send after this answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
