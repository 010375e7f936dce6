import type { ModelPort } from '@commons/ai';
import type { Database, Tx } from '@commons/shared-db';
import { AppError } from '../errors/app-error.ts';
import type { Session } from '../identity/session.ts';
import type { SessionStore, SessionWatch } from '../identity/session-store.ts';
import type { CallLimits, LimitedCall } from '../limits/call-limits.ts';
import { clientOf } from '../limits/client-of.ts';
import type { Log } from '../log.ts';
import type { Realtime } from '../realtime/realtime.ts';

/** Runs work in one short transaction and closes the handle after it. */
export type RunInContext = <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;

/** What every procedure of a request gets; frozen, because the calls of one batch share it. */
export interface RequestContext {
  readonly requestId: string;
  readonly session: Session | null;
  readonly log: Log;
  readonly models: ModelPort;
  readonly realtime: Realtime;
  /** Aborts when the client is gone or the stream has lived long enough. */
  readonly signal: AbortSignal;
  /** One short transaction without a person. */
  readonly asAnon: RunInContext;
  /**
   * One short transaction as the signed-in person; without a session it throws UNAUTHENTICATED. It may be kept for
   * work that outlives the request, because each call opens a transaction of its own.
   */
  readonly asUser: RunInContext;
  /** Whether the session still stands, from an answer at most 250 ms old. */
  readonly sessionStillValid: () => Promise<boolean>;
  /** Counts a call against the limits of whoever calls; a promise only where the database has to be asked. */
  readonly admit: (call: Omit<LimitedCall, 'app'>) => undefined | Promise<undefined>;
  /** Watches the session for as long as a stream is open. */
  readonly watchSession: () => SessionWatch;
}

/** What requests share; the server makes it once. */
export interface Services {
  readonly database: Database;
  readonly sessions: SessionStore;
  readonly models: ModelPort;
  readonly realtime: Realtime;
  readonly limits: CallLimits;
}

/** What one HTTP request brings along. */
export interface RequestFacts {
  requestId: string;
  /** The token of a session cookie whose signature has been verified. */
  token: string | undefined;
  log: Log;
  signal: AbortSignal;
  /** The app that is asked, for its rows in the audit log. */
  app: string;
  ipAddress: string | undefined;
  userAgent: string | undefined;
}

/** Reads the session and closes over the person, so that no procedure handles a user id of its own accord. */
export async function createRequestContext(services: Services, facts: RequestFacts): Promise<RequestContext> {
  const { database, sessions, models, realtime, limits } = services;
  const { token, requestId, log, signal, app, ipAddress, userAgent } = facts;
  const session = token === undefined ? null : await sessions.find(token);
  const caller = session && { userId: session.user.id, app, requestId, ipAddress, userAgent };
  const who = session ? `user:${session.user.id}` : `client:${clientOf(ipAddress)}`;

  return Object.freeze<RequestContext>({
    requestId,
    session,
    log,
    models,
    realtime,
    signal,
    asAnon: (run) => database.asAnon(run),
    asUser: (run) =>
      caller ? database.asUser(caller, run) : Promise.reject(new AppError('UNAUTHENTICATED')),
    sessionStillValid: async () => token !== undefined && (await sessions.find(token)) !== null,
    admit: (call) => limits.admit(who, { ...call, app }),
    watchSession: () => {
      if (token === undefined) throw new AppError('UNAUTHENTICATED');
      return sessions.watch(token);
    },
  });
}
