import { AppError } from '../errors/app-error.ts';
import { type RateRule, rateLimiter } from './rate-limiter.ts';

/** How often sign-in's paths may be tried: by one client, for one address, and for one address by one client. */
export interface SignInLimits {
  byClient: RateRule;
  byEmail: RateRule;
  byBoth: RateRule;
  /** No answer comes sooner, whatever was found, so that its time says nothing about an address. */
  answerAfterMs: number;
}

const minuteMs = 60_000;

/** Generous to people who share an address, hopeless for guessing passwords. */
export const defaultSignInLimits: SignInLimits = {
  byClient: { max: 200, windowMs: 10 * minuteMs },
  byEmail: { max: 50, windowMs: 10 * minuteMs },
  byBoth: { max: 10, windowMs: 10 * minuteMs },
  answerAfterMs: 150,
};

/** Counts attempts and refuses what is too much. */
export interface SignInGate {
  /** Throws RATE_LIMITED with the time to wait when one of the limits is reached. */
  enter(path: string, clientAddress: string, email: string | undefined): void;
  /** Forgets the failures of somebody who has now given the right password. */
  succeeded(path: string, clientAddress: string, email: string): void;
  readonly answerAfterMs: number;
}

/** Opens the gate in front of sign-in. */
export function signInGate(limits: SignInLimits): SignInGate {
  const limiter = rateLimiter();
  const bothKey = (path: string, clientAddress: string, email: string) =>
    `${path} ${clientAddress} ${email.toLowerCase()}`;

  return {
    answerAfterMs: limits.answerAfterMs,

    enter(path, clientAddress, email) {
      // In this order, and none after one that refuses: what is refused must use up nobody else's attempts.
      refuse(limiter.take(`${path} ${clientAddress}`, limits.byClient));
      if (!email) return;
      refuse(limiter.take(bothKey(path, clientAddress, email), limits.byBoth));
      refuse(limiter.take(`${path} ${email.toLowerCase()}`, limits.byEmail));
    },
    succeeded(path, clientAddress, email) {
      limiter.clear(bothKey(path, clientAddress, email));
    },
  };
}

function refuse(waitMs: number | undefined): void {
  if (waitMs !== undefined) throw new AppError('RATE_LIMITED', { retryAfterMs: waitMs });
}
