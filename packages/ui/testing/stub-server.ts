import { vi } from 'vitest';

/** A request that the page made. */
export interface SeenRequest {
  route: string;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Answers a route with JSON; an `Answer` says the status as well, and a `Response` is passed on as it is. */
type Route = (request: SeenRequest) => unknown;

/** An answer that is no success. */
export class Answer {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/** Stands in for the server: routes such as `POST /api/auth/sign-out`; whatever is not listed can't be reached. */
export function stubServer(routes: Record<string, Route>): SeenRequest[] {
  const seen: SeenRequest[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const route = `${init.method ?? 'GET'} ${url}`;
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    const request = { route, headers: new Headers(init.headers), body };
    seen.push(request);
    const handler = routes[route];
    if (!handler) throw new TypeError('Failed to fetch');
    const answer = await handler(request);
    if (answer instanceof Response) return answer;
    return answer instanceof Answer
      ? Response.json(answer.body, { status: answer.status })
      : Response.json(answer ?? null);
  });
  return seen;
}

/** A refusal as the server words it. */
export function refusal(status: number, code: string, more: Record<string, unknown> = {}): Answer {
  return new Answer(status, { code, requestId: 'req-1', message: 'Words of the server.', ...more });
}
