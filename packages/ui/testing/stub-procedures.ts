import { vi } from 'vitest';

/** Answers a procedure with what the server would. */
export type StubbedProcedure = (input: never) => unknown;

/** What a procedure throws to be refused as the server refuses. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Record<string, string> | undefined;
  readonly fields: Record<string, string[]> | undefined;

  constructor(
    code: string,
    message = 'Words of the server.',
    details?: Record<string, string>,
    fields?: Record<string, string[]>,
  ) {
    super(message);
    this.code = code;
    this.details = details;
    this.fields = fields;
  }
}

/** What a procedure throws when its answer gets lost on the way. */
export const lostConnection = () => new TypeError('Failed to fetch');

/** A live stream that the page has opened; a test sends its events. */
export class Stream extends EventTarget {
  static readonly opened: Stream[] = [];
  readonly url: string;
  closed = false;

  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
    queueMicrotask(() => {
      if (!this.closed) this.dispatchEvent(new MessageEvent('connected', { data: '{}' }));
    });
  }

  send(data: unknown, id = ''): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(data), lastEventId: id }));
  }

  close(): void {
    this.closed = true;
  }
}

const signedIn = { user: { id: 'u1', name: 'Amara Okafor', email: 'amara@example.org' } };

/**
 * Stands in for an app's server, for somebody who is signed in: its procedures by name, and its live streams. Returns the
 * calls as they come in.
 */
export function stubProcedures(
  app: string,
  procedures: Record<string, StubbedProcedure>,
): { path: string; input: unknown }[] {
  const calls: { path: string; input: unknown }[] = [];
  Stream.opened.length = 0;
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, `http://${app}.test`);
    const [, paths] = url.pathname.split(`/${app}/trpc/`);
    if (!paths) return Response.json(url.pathname === '/api/auth/get-session' ? signedIn : []);
    const inputs = JSON.parse(String(init.body ?? url.searchParams.get('input') ?? '{}'));
    const answers = paths.split(',').map(async (path, index) => {
      calls.push({ path, input: inputs[index] });
      return answerOf(procedures[path], inputs[index]);
    });
    return Response.json(await Promise.all(answers));
  });
  return calls;
}

async function answerOf(procedure: StubbedProcedure | undefined, input: unknown) {
  try {
    if (!procedure) throw lostConnection();
    return { result: { data: (await procedure(input as never)) ?? null } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, details, fields } = error;
    const data = { code, requestId: 'req-1', httpStatus: 400, details, fields };
    return { error: { message, code: -32600, data } };
  }
}
