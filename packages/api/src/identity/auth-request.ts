import { AsyncLocalStorage } from 'node:async_hooks';

/** What the rows that sign-in writes may say about the request behind them. */
export interface AuthRequest {
  /** Below `/api/auth`, for example `/sign-in/email`. */
  path: string;
  requestId: string;
  ipAddress: string | undefined;
  userAgent: string | undefined;
  /** The provider that somebody comes back from. */
  provider?: string | undefined;
  /** What that provider says about them. */
  profile?: { name: string; avatarUrl: string | null };
  /** Token of the session that the browser already had; a new one takes its place. */
  token?: string | undefined;
  /** Whether somebody comes back to link a provider to the account of that session. */
  linking?: boolean;
  /** Whether this is asked for a second time because somebody else took the address a moment before. */
  lostRace?: boolean;
  /** Whose password the request has been compared with, and its hash. */
  compared?: { userId: string; password: string };
  /** First failure of the database; better-auth swallows some, and would report a sign-out that did not happen. */
  failure?: unknown;
}

/** The sign-in request that is being served; better-auth has no other way to hand it down to its adapter. */
export const authRequest = new AsyncLocalStorage<AuthRequest>();
