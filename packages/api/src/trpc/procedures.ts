import { AppError } from '../errors/app-error.ts';
import { toTrpcError } from '../errors/to-trpc-error.ts';
import type { Session, SessionUser } from '../identity/session.ts';
import { limitCalls } from '../limits/limit-calls.ts';
import { limitStreams } from '../limits/limit-streams.ts';
import { observeCalls } from '../metrics/observe-calls.ts';
import { proveSession } from './prove-session.ts';
import type { RequestContext, RunInContext } from './request-context.ts';
import { t } from './trpc.ts';

/** The context of a signed-in procedure, and the first parameter of every verb. */
export interface SignedInContext extends RequestContext {
  readonly session: Session;
  readonly user: SessionUser;
}

/** Makes a router of procedures or of routers by noun. */
export const router = t.router;

/** Joins routers side by side. */
export const mergeRouters = t.mergeRouters;

const guarded = t.procedure
  .use(async ({ ctx, next, signal }) => {
    // next() never rejects; it answers what became of the call.
    const result = await next({ ctx: { signal: signal ?? ctx.signal } });
    if (!result.ok) throw toTrpcError(result.error);
    return result;
  })
  .use(observeCalls)
  .use(limitCalls)
  .use(limitStreams);

const frozen = t.middleware(({ ctx, next }) => {
  Object.freeze(ctx);
  return next();
});

/** Open to anybody, signed in or not; what it may read is what `asAnon` shows. */
export const publicProcedure = guarded
  .use(async ({ ctx, next }) => {
    if (!ctx.proof || (await ctx.proof.ask())) return next();
    // Whoever the session belonged to is a visitor now that it has ended.
    const asUser: RunInContext = () => Promise.reject(new AppError('UNAUTHENTICATED'));
    return next({ ctx: { session: null as Session | null, proof: null, asUser, postMail: asUser } });
  })
  .use(frozen);

/** For people with a session; others get UNAUTHENTICATED before the input is looked at. */
export const signedInProcedure = guarded.use(proveSession).use(frozen);
