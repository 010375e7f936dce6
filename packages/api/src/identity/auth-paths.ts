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
  '/sign-out': SignOut,
  '/request-password-reset': RequestPasswordReset,
  '/reset-password': ResetPassword,
  '/change-password': ChangePassword,
  '/update-user': UpdateUser,
  '/revoke-other-sessions': RevokeOtherSessions,
};

/** The GET paths below `/api/auth`: the own session, the link of a reset mail and the way back from Google. */
export const authGets: readonly string[] = ['/get-session', '/reset-password/:token', '/callback/google'];

/** Paths that anybody may try with any address, so they are counted and take the same time for every address. */
export const guessablePaths: ReadonlySet<string> = new Set([
  '/sign-up/email',
  '/sign-in/email',
  '/request-password-reset',
  '/reset-password',
  '/change-password',
]);
