import type { DemoLogin, ProviderId } from '@commons/api';
import { getJson, postJson } from './http.ts';

/** The signed-in person, as the browser needs to know them. */
export interface SessionUser {
  id: string;
  name: string;
  email: string;
}

/** A way to a provider and back, by paths of this site. */
export interface ProviderVisit {
  provider: ProviderId;
  callbackURL: string;
  errorCallbackURL: string;
}

/** The endpoints of the shared sign-in. */
export const authApi = {
  session: async (): Promise<SessionUser | null> => {
    const answer = await getJson<{ user: SessionUser } | null>('/api/auth/get-session');
    return answer ? { id: answer.user.id, name: answer.user.name, email: answer.user.email } : null;
  },
  signIn: (input: { email: string; password: string }) => postJson('/api/auth/sign-in/email', input),
  signUp: (input: { name: string; email: string; password: string }) =>
    postJson('/api/auth/sign-up/email', input),
  /** The providers that this server has keys for. */
  providers: () => getJson<ProviderId[]>('/api/auth/providers'),
  /** Where to go to sign in at a provider, or to link an account there to one's own. */
  visitProvider: async (purpose: 'sign-in' | 'link', input: ProviderVisit): Promise<URL> => {
    const path = purpose === 'link' ? '/api/auth/link-social' : '/api/auth/sign-in/social';
    const { url } = await postJson<{ url: string }>(path, { ...input, disableRedirect: true });
    return new URL(url);
  },
  signOut: () => postJson('/api/auth/sign-out', {}),
  requestReset: (input: { email: string; redirectTo: string }) =>
    postJson('/api/auth/request-password-reset', input),
  resetPassword: (input: { newPassword: string; token: string }) =>
    postJson('/api/auth/reset-password', input),
  updateName: (input: { name: string }) => postJson('/api/auth/update-user', input),
  changePassword: (input: { currentPassword: string; newPassword: string }) =>
    postJson('/api/auth/change-password', input),
  demoLogins: () => getJson<DemoLogin[]>('/api/demo-logins'),
};
