import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Log } from '../log.ts';

/** What the server's own middleware leaves for the handlers after it. */
export interface HttpVariables {
  requestId: string;
  log: Log;
  clientAddress: string | undefined;
}

/** Hono's type parameter for everything in this folder. */
export interface HttpEnvironment {
  Bindings: HttpBindings;
  Variables: HttpVariables;
}

/** Hono's context in this server. */
export type HttpContext = Context<HttpEnvironment>;
