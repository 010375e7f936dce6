import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors/app-error.ts';
import type { HttpEnvironment } from './http-environment.ts';

/** Answers UNAVAILABLE when an answer has not even begun in time; streams begin at once and may then go on. */
export function answerInTime(timeoutMs: number): MiddlewareHandler<HttpEnvironment> {
  return async (_, next) => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () =>
        late.reject(new AppError('UNAVAILABLE', { message: 'This took too long. Try again in a moment.' })),
      timeoutMs,
    );
    try {
      await Promise.race([next(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
