import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bearerToken } from '../bearer/authenticate.ts';
import { AppError } from '../errors/app-error.ts';
import type { Allowances } from '../limits/allowances.ts';
import { clientOf } from '../limits/client-of.ts';
import type { RateRule } from '../limits/rate-limiter.ts';
import type { HttpEnvironment } from '../server/http-environment.ts';

/** Enough for a script, and hopeless for guessing. */
const callsByClient: RateRule = { max: 120, windowMs: 60_000 };

/** Lets through whoever holds the key; everybody else gets one answer, whatever they sent and asked for. */
export function requireServiceKey(key: string, allowances: Allowances): MiddlewareHandler<HttpEnvironment> {
  const expected = digest(key);
  return async (c, next) => {
    const client = JSON.stringify(['admin', clientOf(c.get('clientAddress'))]);
    const retryAfterMs = await allowances.takeInOrder([{ key: client, rule: callsByClient }]);
    if (retryAfterMs !== undefined) throw new AppError('RATE_LIMITED', { retryAfterMs });
    // Digests are of one length, so the time says nothing about the key's.
    if (!timingSafeEqual(digest(bearerToken(c.req.raw.headers) ?? ''), expected)) {
      throw new AppError('UNAUTHENTICATED', { message: 'Send the service key as “Authorization: Bearer”.' });
    }
    await next();
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
