import { type ReactNode, useMemo } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { ErrorState } from '../states/error-state.tsx';
import { LoadingState } from '../states/loading-state.tsx';
import { ForgotPasswordPage, ResetPasswordPage, SignInPage, SignUpPage } from './auth-pages.tsx';
import { nextPath } from './next-path.ts';
import { PersonScope } from './person-scope.tsx';
import { SessionContext } from './session-context.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { useSessionState } from './use-session-state.ts';

interface AuthGateProps {
  children: ReactNode;
  /** What signed-out visitors see at the app's first page; the sign-in form unless given. */
  welcome?: ReactNode;
  worksOffline?: boolean;
}

const entrances = new Set(['/sign-in', '/sign-up', '/forgot-password']);

/**
 * Shows the app to whoever is signed in, and the sign-in pages to everybody else. When a session ends in the middle
 * of something, the page stays as it is and the sign-in opens over it.
 */
export function AuthGate({ children, welcome, worksOffline = false }: AuthGateProps) {
  const { session, user, lost, epoch, signedIn, signOut, refresh } = useSessionState(worksOffline);
  const [path] = useLocation();
  const search = useSearch();
  const state = useMemo(
    () => (user ? { user, lost, epoch, signOut, refresh } : null),
    [user, lost, epoch, signOut, refresh],
  );

  if (path === '/reset-password') return <ResetPasswordPage />;
  if (state && !(lost && entrances.has(path))) {
    if (entrances.has(path)) return <Redirect to={nextPath(search)} replace />;
    return (
      <SessionContext value={state}>
        <PersonScope key={state.user.id} epoch={epoch}>
          {children}
        </PersonScope>
        <SignInAgain opened={lost} email={state.user.email} onSignedIn={signedIn} onSignOut={signOut} />
      </SessionContext>
    );
  }
  if (session.isPending) return <LoadingState />;
  if (session.isError) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  if (path === '/sign-up') return <SignUpPage onSignedIn={signedIn} />;
  if (path === '/forgot-password') return <ForgotPasswordPage />;
  if (path === '/sign-in') return <SignInPage onSignedIn={signedIn} />;
  if (path === '/' && welcome !== undefined) return welcome;
  return <SignInPage onSignedIn={signedIn} next={path} />;
}
