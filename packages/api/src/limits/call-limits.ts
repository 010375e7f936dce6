import { AppError } from '../errors/app-error.ts';
import { errorLog } from '../errors/error-log.ts';
import type { Log } from '../log.ts';
import type { Allowances } from './allowances.ts';
import { type CallLimit, ruleOf } from './call-limit.ts';
import { LeasedLimiter } from './leased-limiter.ts';
import { openStreams } from './open-streams.ts';
import { type RateRule, rateLimiter } from './rate-limiter.ts';

/** One call of a procedure, as its limit sees it. */
export interface LimitedCall {
  app: string;
  path: string;
  type: 'query' | 'mutation' | 'subscription';
  /** The procedure's own limit, if it has one. */
  limit?: CallLimit | undefined;
}

/** How many calls a minute one person, or one client without a session, may make; 0 sets no general limit. */
export interface CallRates {
  queries: number;
  mutations: number;
}

/** Counts calls of procedures, over all processes. */
export interface CallLimits {
  /**
   * Counts one call of somebody; a promise only where the database has to be asked.
   *
   * @throws {AppError} RATE_LIMITED with the time to wait
   */
  admit(who: string, call: LimitedCall): undefined | Promise<undefined>;
  /**
   * Counts one more open stream of somebody in this process, until the answer is called.
   *
   * @throws {AppError} RATE_LIMITED with the time to wait
   */
  openStream(who: string): () => void;
  /** Gives back what was taken in advance. */
  close(): Promise<void>;
}

const patienceMs = 1_000;

/**
 * Opens the limits. While PostgreSQL does not answer, the general limits go on in this process alone, because the site must not
 * fail for want of a counter; a procedure with a limit of its own is expensive, and refused as UNAVAILABLE.
 */
export function openCallLimits(allowances: Allowances, rates: CallRates, log: Log): CallLimits {
  const leased = new LeasedLimiter((demands) => inTime(allowances.take(demands)));
  const alone = rateLimiter();
  const streams = openStreams();
  let aloneUntil = 0;

  const refuse = (waitMs: number | undefined): undefined => {
    if (waitMs !== undefined) throw new AppError('RATE_LIMITED', { retryAfterMs: Math.ceil(waitMs) });
  };

  async function waited(admission: Promise<number | undefined>, key: string, rule: RateRule, own: boolean) {
    let waitMs: number | undefined;
    try {
      waitMs = await admission;
    } catch (error) {
      if (own) throw new AppError('UNAVAILABLE', { cause: error });
      if (performance.now() >= aloneUntil)
        log.warn({ error: errorLog(error) }, 'limits are counted by this process alone');
      aloneUntil = performance.now() + patienceMs;
      waitMs = alone.take(key, rule);
    }
    return refuse(waitMs);
  }

  return {
    admit(who, { app, path, type, limit }) {
      const general = type === 'mutation' ? 'mutations' : 'queries';
      if (!limit && rates[general] === 0) return undefined;
      const rule = ruleOf(limit ?? { max: rates[general], per: 'minute' });
      const key = JSON.stringify(limit ? [who, app, path] : [who, general]);
      if (!limit && performance.now() < aloneUntil) return refuse(alone.take(key, rule));
      const admission = leased.admit(key, rule);
      if (admission instanceof Promise) return waited(admission, key, rule, limit !== undefined);
      return refuse(admission);
    },

    openStream: streams.open,

    async close() {
      const unused = leased.surrender();
      if (unused.length > 0) await inTime(allowances.giveBack(unused));
    },
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new AppError('UNAVAILABLE')), patienceMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
