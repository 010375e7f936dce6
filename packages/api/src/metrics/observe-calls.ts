import { toAppError } from '../errors/to-app-error.ts';
import { isFailure } from '../tracing/within-child.ts';
import type { RequestContext } from '../trpc/request-context.ts';

interface Call<Result> {
  ctx: Pick<RequestContext, 'settled' | 'trace'>;
  path: string;
  next: () => Promise<Result>;
}

/** Middleware that measures and traces each call of a procedure, also within a batch; of a subscription, until it has begun. */
export async function observeCalls<Result extends { ok: boolean; error?: unknown }>({
  ctx,
  path,
  next,
}: Call<Result>): Promise<Result> {
  const startedAt = performance.now();
  const span = ctx.trace(path);
  const result = await (span ? span.run(next) : next());
  const outcome = result.ok ? 'OK' : toAppError(result.error).code;
  ctx.settled({ procedure: path, outcome, durationMs: performance.now() - startedAt });
  span?.end({ failed: outcome !== 'OK' && isFailure(outcome), facts: { 'commons.outcome': outcome } });
  return result;
}
