import { AppError } from '../errors/app-error.ts';
import type { RunInContext } from './request-context.ts';
import { t } from './trpc.ts';

/**
 * Lets nobody pass whose session has ended, at no cost for procedures that read the database: their first context proves the session
 * together with its query. Which procedures those are is learnt when they first run; all others, and streams, are asked for the
 * proof before they begin. Whatever a procedure did, no answer leaves without the proof.
 */
export const proveSession = t.middleware(async ({ ctx, next, path, type }) => {
  const { proof } = ctx;
  if (!proof) throw new AppError('UNAUTHENTICATED');
  const { session, selfProving } = proof;
  const who = { session, user: session.user };
  const { asUserJointly } = ctx;
  const run: RunInContext =
    type === 'query' && asUserJointly ? (work) => asUserJointly(path, work) : ctx.asUser;
  if (type !== 'subscription' && selfProving.has(path)) {
    const result = await next({ ctx: { ...who, asUser: run } });
    if (!proof.isGiven) await proof.demand();
    return result;
  }
  await proof.demand();
  const asUser: RunInContext = (work) => {
    selfProving.add(path);
    return run(work);
  };
  return next({ ctx: { ...who, asUser } });
});
