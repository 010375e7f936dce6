import { toAppError } from '../errors/to-app-error.ts';
import type { RequestContext } from '../trpc/request-context.ts';

interface Call<Result> {
  ctx: Pick<RequestContext, 'settled'>;
  path: string;
  next: () => Promise<Result>;
}

/** Middleware that measures each call of a procedure, also within a batch; of a subscription, until it has begun. */
export async function observeCalls<Result extends { ok: boolean; error?: unknown }>({
  ctx,
  path,
  next,
}: Call<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await next();
  const outcome = result.ok ? 'OK' : toAppError(result.error).code;
  ctx.settled({ procedure: path, outcome, durationMs: performance.now() - startedAt });
  return result;
}
