import { createContext, useContext } from 'react';
import type { SessionUser } from './auth-api.ts';

/** Who is signed in, and how to stop being it. */
export interface SessionState {
  user: SessionUser;
  /** The session has ended and the page waits for them to sign in again: nothing about anybody may be kept meanwhile. */
  lost: boolean;
  /** Counts sign-ins on this page: a live subscription that was refused meanwhile starts again when it changes. */
  epoch: number;
  /** Ends the session in every tab of this browser; drafts of this person are removed from it. */
  signOut: () => Promise<void>;
  /** Reads the person again, after a change of name. */
  refresh: () => Promise<void>;
}

/** Carries the session of the page. */
export const SessionContext = createContext<SessionState | null>(null);

/** The signed-in person, or null on a page that signed-out visitors see as well. */
export function useOptionalSession(): SessionState | null {
  return useContext(SessionContext);
}

/** The signed-in person; only for pages that `renderApp` shows behind its sign-in. */
export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session)
    throw new Error('useSession needs a page behind the sign-in; use useOptionalSession elsewhere.');
  return session;
}

/** Whose drafts and preferences these are. */
export function useUserId(): string {
  return useContext(SessionContext)?.user.id ?? 'visitor';
}
