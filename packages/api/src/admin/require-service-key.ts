import type { MiddlewareHandler } from 'hono';
import { bearerToken } from '../bearer/authenticate.ts';
import { AppError } from '../errors/app-error.ts';
import type { Allowances } from '../limits/allowances.ts';
import { clientOf } from '../limits/client-of.ts';
import type { RateRule } from '../limits/rate-limiter.ts';
import { sameSecret } from '../same-secret.ts';
import type { HttpEnvironment } from '../server/http-environment.ts';

/** Enough for a script, and hopeless for guessing. */
const callsByClient: RateRule = { max: 120, windowMs: 60_000 };

/** Lets through whoever holds the key; everybody else gets one answer, whatever they sent and asked for. */
export function requireServiceKey(key: string, allowances: Allowances): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const client = JSON.stringify(['admin', clientOf(c.get('clientAddress'))]);
    const retryAfterMs = await allowances.takeInOrder([{ key: client, rule: callsByClient }]);
    if (retryAfterMs !== undefined) throw new AppError('RATE_LIMITED', { retryAfterMs });
    if (!sameSecret(bearerToken(c.req.raw.headers) ?? '', key)) {
      throw new AppError('UNAUTHENTICATED', { message: 'Send the service key as “Authorization: Bearer”.' });
    }
    await next();
  };
}
