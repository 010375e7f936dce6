import type { BetterAuthOptions } from 'better-auth';
import { addOAuthServerContext, createAuthMiddleware, getOAuthState } from 'better-auth/api';
import { authRequest } from './auth-request.ts';
import { httpsOnly } from './https-only.ts';
import type { ProviderKeys } from './providers.ts';
import { providerIds } from './schemas.ts';

type ValidateUserInfo = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>;

/** Ties the way back to the provider that was asked: no other one may answer in its place. */
export const rememberProvider = createAuthMiddleware(async (ctx) => {
  if (ctx.path !== '/sign-in/social' && ctx.path !== '/link-social') return;
  await addOAuthServerContext({ provider: ctx.body?.provider });
});

/**
 * Judges what a provider says before a row is written: the right provider answers, a new account needs an address that
 * the provider has checked, and only whoever began linking ends it.
 *
 * @param userIdOf the person of a session token
 */
export function providerRules(
  userIdOf: (token: string | undefined) => Promise<string | undefined>,
): ValidateUserInfo {
  return async ({ user, source }) => {
    if (source.method !== 'oauth') return;
    const state = await getOAuthState();
    if (state?.serverContext?.provider !== source.oauth?.providerId) return { error: 'state_mismatch' };
    const request = authRequest.getStore();
    // In a browser that two people share, the second one may return from what the first one began.
    if (state?.link && state.link.userId !== (await userIdOf(request?.token))) {
      return { error: 'session_changed' };
    }
    if (source.action === 'create-user' && !user.emailVerified) return { error: 'email_not_verified' };
    if (request && state?.link) request.linking = true;
    if (request) request.profile = { name: user.name ?? '', avatarUrl: httpsOnly(user.image) };
    return;
  };
}

/** The configured providers as better-auth takes them. */
export function socialProviders(keys: ProviderKeys): NonNullable<BetterAuthOptions['socialProviders']> {
  const configured = providerIds.flatMap((id) => (keys[id] ? [[id, keys[id]] as const] : []));
  return Object.fromEntries(configured);
}
