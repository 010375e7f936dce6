import { AsyncLocalStorage } from 'node:async_hooks';
import { uuidV7 } from '@commons/shared-db';

const current = new AsyncLocalStorage<string>();

/** An id for a request: the one a proxy gave it, if it looks like an id, or a new one. */
export function requestIdFrom(header: string | undefined): string {
  return header !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(header) ? header : uuidV7();
}

/** Serves a request under its id. */
export function withRequestId<T>(requestId: string, serve: () => T): T {
  return current.run(requestId, serve);
}

/** The id of the request being served, for errors that arise before there is a context. */
export function currentRequestId(): string {
  return current.getStore() ?? '';
}
