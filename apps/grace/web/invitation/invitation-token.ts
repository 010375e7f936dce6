const key = 'grace:invitation';

/**
 * Moves the secret of an invitation's link out of the address, before anything else runs: signing in changes the address, and
 * history keeps it. It waits in this tab alone.
 */
export function takeInvitationToken(): void {
  if (!location.pathname.endsWith('/invitation') || location.hash.length < 2) return;
  sessionStorage.setItem(key, location.hash.slice(1));
  history.replaceState(history.state, '', location.pathname);
}

export const invitationToken = (): string | null => sessionStorage.getItem(key);

export const forgetInvitationToken = (): void => sessionStorage.removeItem(key);
