import { uuidV7 } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import { betterAuth } from 'better-auth';
import { authRequest } from './auth-request.ts';
import { currentSession, freshSession } from './current-session.ts';
import { identityAdapter } from './identity-adapter.ts';
import type { Mailer } from './mailer.ts';
import { alreadySignedUpMail, passwordResetMail } from './mails.ts';
import { proveEmail } from './prove-email.ts';
import { providerRules, rememberProvider, socialProviders } from './provider-rules.ts';
import type { ProviderId, ProviderKeys } from './providers.ts';
import { passwordLength, providerIds } from './schemas.ts';
import type { SessionStore } from './session-store.ts';

/** What sign-in needs to know. */
export interface IdentityOptions {
  service: ServiceDatabase;
  sessions: SessionStore;
  mailer: Mailer;
  /** Signs cookies; whoever knows it can sign in as anybody. */
  secret: string;
  /** Address of the site as people see it; links in mails and cookies depend on it. */
  publicUrl: URL;
  providers: ProviderKeys;
  /** The page that says what went wrong at a provider when nothing is known about who came back. */
  problemPath: string;
}

/** Answers the requests below `/api/auth` that `authRoutes` lets through. */
export interface Identity {
  handle(request: Request): Promise<Response>;
  /** The providers that are configured. */
  readonly providers: readonly ProviderId[];
  /** Whose session a token stands for. */
  personOf(token: string | undefined): Promise<string | undefined>;
  /** Throws unless the session of this token has just begun. */
  requireFresh(token: string | undefined): Promise<void>;
}

/** Name of the header in which the server tells better-auth the client's address; it never comes from outside. */
export const clientAddressHeader = 'x-commons-client-address';

const dayS = 24 * 60 * 60;

/** Sets up better-auth, which issues and revokes sessions; reading them is `SessionStore`'s. */
export function createIdentity(options: IdentityOptions): Identity {
  const { service, sessions, mailer, secret, publicUrl, providers } = options;

  const personOf = async (token: string | undefined) => (await currentSession(service, token))?.userId;

  const auth = betterAuth({
    appName: 'Commons',
    baseURL: publicUrl.origin,
    basePath: '/api/auth',
    secret,
    database: identityAdapter(service, () => sessions.refresh()),
    // Its own words can hold addresses and tokens; failures reach our log through the route.
    logger: { disabled: true },
    telemetry: { enabled: false },
    onAPIError: { throw: true, errorURL: options.problemPath },
    rateLimit: { enabled: false },
    advanced: {
      // Said aloud because the library drops both by itself when NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'commons',
      useSecureCookies: publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => uuidV7() },
    },
    // A device says within an hour when it was last used.
    session: { expiresIn: 30 * dayS, updateAge: 60 * 60, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // Without a session in the answer, signing up looks the same whether or not the address was taken.
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      resetPasswordTokenExpiresIn: 60 * 60,
      sendResetPassword: async ({ user, url }) => mailer.post(passwordResetMail(user.email, url)),
      onExistingUserSignUp: async ({ user }) => {
        // Most who lose a race have clicked twice and are the owner themselves.
        if (authRequest.getStore()?.lostRace) return;
        mailer.post(alreadySignedUpMail(user.email, publicUrl.origin));
      },
      onPasswordReset: ({ user }) => proveEmail(service, user.id).finally(() => sessions.refresh()),
    },
    user: {
      validateUserInfo: providerRules(personOf),
    },
    hooks: { before: rememberProvider },
    account: {
      updateAccountOnSignIn: false,
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        // By address alone a provider is linked only when both sides have proved the address.
        requireLocalEmailVerified: true,
        // Somebody who is signed in may link an account of another address of theirs.
        allowDifferentEmails: true,
        updateUserInfoOnLink: false,
      },
    },
    socialProviders: socialProviders(providers),
  });

  return {
    providers: providerIds.filter((id) => providers[id]),
    personOf,
    requireFresh: async (token) => void (await freshSession(service, token)),
    handle(request) {
      // The cross-site guard has judged the real origin, and lets programs through that send none.
      if (request.method !== 'GET') request.headers.set('origin', publicUrl.origin);
      return auth.handler(request);
    },
  };
}
