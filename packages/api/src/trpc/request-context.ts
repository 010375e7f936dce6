import type { ModelPort, ModelQuota } from '@commons/ai';
import type { Caller, Database, RunJointly, Tx } from '@commons/shared-db';
import type { Credential } from '../bearer/authenticate.ts';
import type { BearerSession, BearerSessions } from '../bearer/bearer-sessions.ts';
import { AppError } from '../errors/app-error.ts';
import type { Session } from '../identity/session.ts';
import { SessionProof } from '../identity/session-proof.ts';
import type { SessionStore, SessionWatch } from '../identity/session-store.ts';
import type { AppMail, PostMail } from '../jobs/app-mail.ts';
import type { CallLimits, LimitedCall } from '../limits/call-limits.ts';
import { clientOf } from '../limits/client-of.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import type { WebPush } from '../push/web-push.ts';
import type { Realtime } from '../realtime/realtime.ts';
import type { OpenSpan, Tracer } from '../tracing/tracer.ts';

/** Runs work in one short transaction and closes the handle after it. */
export type RunInContext = <T>(run: (tx: Tx) => PromiseLike<T>) => Promise<T>;

/** What every procedure of a request gets; frozen, because the calls of one batch share it. */
export interface RequestContext {
  readonly requestId: string;
  /** The clock, which tests move. */
  readonly now: () => Date;
  /** Address of the site as people see it, without a slash at its end. */
  readonly siteUrl: string;
  /** Messages to devices; sent outside of any transaction. */
  readonly push: WebPush;
  /** Whether mail reaches anybody; otherwise a page says so and offers another way. */
  readonly canMail: boolean;
  /** Posts a mail as the signed-in person, in the transaction of `asUser` that it belongs to. */
  readonly postMail: PostMail;
  readonly session: Session | null;
  /** Whether the session has been seen to stand; procedures ask for it by themselves. */
  readonly proof: SessionProof | null;
  readonly log: Log;
  readonly models: ModelPort;
  /** What one person may use of language models in a day; undefined for any amount. */
  readonly modelQuota: ModelQuota | undefined;
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
  /** The same for the procedure of this path, perhaps together with others of its batch; undefined for a call that came alone. */
  readonly asUserJointly: (<T>(path: string, run: (tx: Tx) => PromiseLike<T>) => Promise<T>) | undefined;
  /** Whether the session still stands, from an answer at most 250 ms old. */
  readonly sessionStillValid: () => Promise<boolean>;
  /** Counts a call against the limits of whoever calls; a promise only where the database has to be asked. */
  readonly admit: (call: Omit<LimitedCall, 'app'>) => undefined | Promise<undefined>;
  /** Counts an open stream of whoever calls; the answer ends it. */
  readonly openStream: () => () => void;
  /** Notes how a call went, for the figures of the server. */
  readonly settled: (call: Omit<Parameters<Metrics['call']>[0], 'app'>) => void;
  /** Begins the span of a call; undefined where nothing is traced. */
  readonly trace: (procedure: string) => OpenSpan | undefined;
  /** Watches the session for as long as a stream is open. */
  readonly watchSession: () => SessionWatch;
}

/** What requests share; the server makes it once. */
export interface Services {
  readonly database: Database;
  readonly now: () => Date;
  readonly siteUrl: string;
  readonly push: WebPush;
  readonly mail: AppMail;
  readonly sessions: SessionStore;
  readonly bearers: BearerSessions;
  readonly models: ModelPort;
  readonly modelQuota: ModelQuota | undefined;
  readonly realtime: Realtime;
  readonly limits: CallLimits;
  readonly metrics: Metrics;
  /** Undefined where nothing is traced. */
  readonly tracer: Tracer | undefined;
}

/** What one HTTP request brings along. */
export interface RequestFacts {
  requestId: string;
  /** The token of a session cookie whose signature has been verified, or a bearer token that has not. */
  credential: Credential;
  log: Log;
  signal: AbortSignal;
  /** The app that is asked, for its rows in the audit log. */
  app: string;
  /** Paths of the app's procedures that prove the session by a context of their own; learnt while it runs. */
  selfProving: Set<string>;
  ipAddress: string | undefined;
  userAgent: string | undefined;
  /** Whether other calls came with the same request. */
  isBatch: boolean;
}

/** Reads the session and closes over the person, so that no procedure handles a user id of its own accord. */
export async function createRequestContext(services: Services, facts: RequestFacts): Promise<RequestContext> {
  const { database, now, siteUrl, push, mail, models, realtime, limits, metrics, tracer, modelQuota } =
    services;
  const { credential, requestId, log, signal, app, ipAddress, userAgent, isBatch } = facts;
  const opened = credential && (await openCredential(services, credential, facts));
  const session = opened?.session ?? null;
  const proof = opened?.proof ?? null;
  const caller = session && { userId: session.user.id, app, requestId, ipAddress, userAgent };
  const who = session ? `user:${session.user.id}` : `client:${clientOf(ipAddress)}`;

  return Object.freeze<RequestContext>({
    requestId,
    now,
    siteUrl,
    push,
    canMail: mail.canMail,
    postMail: session ? mail.postAs(session.user.id) : unauthenticated,
    session,
    proof,
    log,
    models,
    modelQuota,
    realtime,
    signal,
    asAnon: (run) => database.asAnon(run),
    asUser: (run) => {
      if (!caller || !proof) return unauthenticated();
      const { owed: sessionId } = proof;
      if (sessionId === undefined) return database.asUser(caller, run);
      return proof.learnFrom(database.asUser({ ...caller, sessionId }, run));
    },
    asUserJointly: isBatch && caller && proof ? jointly(database, caller, proof) : undefined,
    trace: (procedure) =>
      tracer?.child(`${app}.${procedure}`, {
        'rpc.system.name': 'trpc',
        'rpc.method': procedure,
        'commons.app': app,
      }),
    settled: (call) => metrics.call({ ...call, app }),
    admit: (call) => limits.admit(who, { ...call, app }),
    openStream: () => limits.openStream(who),
    sessionStillValid: async () => (await opened?.stillValid()) ?? false,
    watchSession: () => {
      if (!opened) throw new AppError('UNAUTHENTICATED');
      return opened.watch();
    },
  });
}

/** Opens the contexts of a batch, the first of which prove the session. */
function jointly(database: Database, caller: Caller, proof: SessionProof) {
  let [proving, proved]: (RunJointly | undefined)[] = [];
  return <T>(path: string, run: (tx: Tx) => PromiseLike<T>): Promise<T> => {
    const name = `${caller.app}.${path}`;
    const { owed: sessionId } = proof;
    if (sessionId === undefined) {
      proved ??= database.asUserJointly(caller);
      return proved(name, run);
    }
    proving ??= database.asUserJointly({ ...caller, sessionId });
    return proof.learnFrom(proving(name, run));
  };
}

const unauthenticated = () => Promise.reject(new AppError('UNAUTHENTICATED'));

/** Who asks, and what a stream asks about them later. */
interface Opened extends BearerSession {
  proof: SessionProof;
}

/** A session by cookie and one by token serve alike from here on. */
async function openCredential(
  { sessions, bearers }: Services,
  { kind, token }: NonNullable<Credential>,
  { requestId, selfProving }: RequestFacts,
): Promise<Opened | undefined> {
  const proofOf = (session: Session, isGiven: boolean) =>
    new SessionProof({ sessions, token, session, isGiven, selfProving });
  if (kind === 'bearer') {
    const opened = await bearers.open(token, requestId);
    // Read for this very request, so that nothing is owed.
    return { ...opened, proof: proofOf(opened.session, true) };
  }
  const known = await sessions.identify(token);
  if (!known) return undefined;
  return {
    session: known.session,
    proof: proofOf(known.session, known.isFresh),
    stillValid: async () => (await sessions.find(token)) !== null,
    watch: () => sessions.watch(token),
  };
}
