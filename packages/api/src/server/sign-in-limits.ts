import { AppError } from '../errors/app-error.ts';
import type { Allowances } from '../limits/allowances.ts';
import { clientOf } from '../limits/client-of.ts';
import type { RateRule } from '../limits/rate-limiter.ts';

/**
 * How often sign-in's paths may be tried: by one client, for one address, and for one address by one client. What a person
 * tries about their own account counts like the last, from wherever they do.
 */
export interface SignInLimits {
  byClient: RateRule;
  byEmail: RateRule;
  byBoth: RateRule;
  /** The last two where a mail is written to the address, so that nobody fills a mailbox of somebody else's. */
  mails: Pick<SignInLimits, 'byEmail' | 'byBoth'>;
  /** No answer comes sooner, whatever was found, so that its time says nothing about an address. */
  answerAfterMs: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

// To whoever has an account, or had one already.
const mailingPaths: ReadonlySet<string> = new Set(['/request-password-reset', '/sign-up/email']);

/** Generous to people who share an address, hopeless for guessing passwords. */
export const defaultSignInLimits: SignInLimits = {
  byClient: { max: 200, windowMs: 10 * minuteMs },
  byEmail: { max: 50, windowMs: 10 * minuteMs },
  byBoth: { max: 10, windowMs: 10 * minuteMs },
  mails: { byEmail: { max: 20, windowMs: hourMs }, byBoth: { max: 5, windowMs: hourMs } },
  answerAfterMs: 150,
};

/** Counts attempts and refuses what is too much. */
export interface SignInGate {
  /** Rejects with RATE_LIMITED and the time to wait when one of the limits is reached; without a database nobody enters. */
  enter(path: string, clientAddress: string, email: string | undefined, userId?: string): Promise<void>;
  /** Forgets the failures of somebody who has now given the right password. */
  succeeded(path: string, clientAddress: string, email: string): Promise<void>;
  /** The same of a person who is signed in. */
  succeededAs(path: string, userId: string): Promise<void>;
  readonly answerAfterMs: number;
}

/** Opens the gate in front of sign-in; all processes count together, and a restart forgets nothing. */
export function signInGate(allowances: Allowances, limits: SignInLimits): SignInGate {
  const key = (path: string, ...about: string[]) => JSON.stringify(['sign-in', path, ...about]);
  const bothKey = (path: string, clientAddress: string, email: string) =>
    key(path, clientOf(clientAddress), email.toLowerCase());
  const personKey = (path: string, userId: string) => key(path, 'person', userId);

  return {
    answerAfterMs: limits.answerAfterMs,

    async enter(path, clientAddress, email, userId) {
      const { byEmail, byBoth } = mailingPaths.has(path) ? limits.mails : limits;
      // In this order, and none after one that refuses: what is refused must use up nobody else's attempts.
      const waitMs = await allowances.takeInOrder([
        { key: key(path, clientOf(clientAddress)), rule: limits.byClient },
        ...(email
          ? [
              { key: bothKey(path, clientAddress, email), rule: byBoth },
              { key: key(path, email.toLowerCase()), rule: byEmail },
            ]
          : []),
        ...(userId ? [{ key: personKey(path, userId), rule: limits.byBoth }] : []),
      ]);
      if (waitMs !== undefined) throw new AppError('RATE_LIMITED', { retryAfterMs: waitMs });
    },

    async succeeded(path, clientAddress, email) {
      await allowances.forget(bothKey(path, clientAddress, email));
    },

    succeededAs: (path, userId) => allowances.forget(personKey(path, userId)),
  };
}
