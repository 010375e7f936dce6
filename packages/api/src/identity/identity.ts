import { uuidV7 } from '@commons/shared-db';
import { emailVerifications, type ServiceDatabase } from '@commons/shared-db/service';
import { betterAuth } from 'better-auth';
import { authRequest } from './auth-request.ts';
import { identityAdapter } from './identity-adapter.ts';
import type { Mailer } from './mailer.ts';
import { alreadySignedUpMail, passwordResetMail } from './mails.ts';
import { passwordLength } from './schemas.ts';
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
  google?: { clientId: string; clientSecret: string } | undefined;
}

/** Answers the requests below `/api/auth` that `authRoutes` lets through. */
export interface Identity {
  handle(request: Request): Promise<Response>;
}

/** Name of the header in which the server tells better-auth the client's address; it never comes from outside. */
export const clientAddressHeader = 'x-commons-client-address';

const dayS = 24 * 60 * 60;

/** Sets up better-auth, which issues and revokes sessions; reading them is `SessionStore`'s. */
export function createIdentity(options: IdentityOptions): Identity {
  const { service, sessions, mailer, secret, publicUrl, google } = options;

  const auth = betterAuth({
    appName: 'Commons',
    baseURL: publicUrl.origin,
    basePath: '/api/auth',
    secret,
    database: identityAdapter(service, () => sessions.refresh()),
    // Its own words can hold addresses and tokens; failures reach our log through the route.
    logger: { disabled: true },
    telemetry: { enabled: false },
    onAPIError: { throw: true, errorURL: '/' },
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
    session: { expiresIn: 30 * dayS, updateAge: dayS, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      // Without a session in the answer, signing up looks the same whether or not the address was taken.
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => mailer.post(passwordResetMail(user.email, url)),
      onExistingUserSignUp: async ({ user }) => {
        // Most who lose a race have clicked twice and are the owner themselves.
        if (authRequest.getStore()?.lostRace) return;
        mailer.post(alreadySignedUpMail(user.email, publicUrl.origin));
      },
      onPasswordReset: ({ user }) => proveEmail(service, user.id),
    },
    account: {
      encryptOAuthTokens: true,
      // Google is linked to an account of the same address only when both sides have proved the address.
      accountLinking: {
        enabled: true,
        trustedProviders: [],
        requireLocalEmailVerified: true,
        allowDifferentEmails: false,
      },
    },
    ...(google && { socialProviders: { google } }),
  });

  return {
    handle(request) {
      // The cross-site guard has judged the real origin, and lets programs through that send none.
      if (request.method !== 'GET') request.headers.set('origin', publicUrl.origin);
      return auth.handler(request);
    },
  };
}

/** Who followed the link in a mail has shown that the address is theirs. */
async function proveEmail(service: ServiceDatabase, userId: string): Promise<void> {
  await service.asService('prove e-mail', (tx) =>
    tx.insert(emailVerifications).values({ userId }).onConflictDoNothing(),
  );
}
