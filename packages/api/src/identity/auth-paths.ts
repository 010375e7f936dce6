import type { z } from 'zod';
import {
  ChangePassword,
  RequestPasswordReset,
  ResetPassword,
  RevokeOtherSessions,
  SignIn,
  SignInSocial,
  SignOut,
  SignUp,
  UpdateUser,
} from './schemas.ts';

/** The POST paths below `/api/auth` and what each accepts; better-auth has many more, and none of them is open. */
export const authPosts: Readonly<Record<string, z.ZodType<Record<string, unknown>>>> = {
  '/sign-up/email': SignUp,
  '/sign-in/email': SignIn,
  '/sign-in/social': SignInSocial,
  '/link-social': SignInSocial,
  '/sign-out': SignOut,
  '/request-password-reset': RequestPasswordReset,
  '/reset-password': ResetPassword,
  '/change-password': ChangePassword,
  '/update-user': UpdateUser,
  '/revoke-other-sessions': RevokeOtherSessions,
};

/** The GET paths below `/api/auth` that answer as they are: the own session and the link of a reset mail. */
export const authGets: readonly string[] = ['/get-session', '/reset-password/:token'];

/** The way back from a provider; people see its answer, so it always leads to a page. */
export const callbackPath = '/callback/:provider';

/** Paths that anybody may try with any address, so they are counted and take the same time for every address. */
export const guessablePaths: ReadonlySet<string> = new Set([
  '/sign-up/email',
  '/sign-in/email',
  '/request-password-reset',
  '/reset-password',
  '/change-password',
  // They leave a row each that waits for the way back.
  '/sign-in/social',
  '/link-social',
]);
