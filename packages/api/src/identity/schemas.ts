import { z } from 'zod';

/** The providers that people can sign in with, each where its keys are set. */
export const providerIds = ['google', 'github', 'linkedin'] as const;

/** Bounds that the sign-in forms and the server agree on. */
export const passwordLength = { min: 10, max: 128 } as const;

const Email = z
  .email('Enter an e-mail address like name@example.org.')
  .max(255, 'This e-mail address is too long.');

const NewPassword = z
  .string()
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`);

const GivenPassword = z
  .string()
  .min(1, 'Enter your password.')
  .max(passwordLength.max, 'This password is too long.');

const Name = z
  .string()
  // NUL and halves of characters have no place in a database's text.
  .overwrite((text) => text.toWellFormed().replaceAll('\0', ''))
  .trim()
  .min(1, 'Enter your name.')
  .max(120, 'Use at most 120 characters.');

/** A page of this site to go to afterwards; another site's address is refused. */
const OwnPath = z
  .string()
  .max(500)
  // No half of a character either: it cannot be written into a link, which would fail only for addresses that are known.
  .regex(/^\/(?![/\\])[^\\\s\p{Cc}\p{Cs}]*$/u, 'This must be a path of this site.');

/** `POST /api/auth/sign-up/email` */
export const SignUp = z.object({ name: Name, email: Email, password: NewPassword });

/** `POST /api/auth/sign-in/email` */
export const SignIn = z.object({ email: Email, password: GivenPassword, rememberMe: z.boolean().optional() });

/** `POST /api/auth/sign-in/social` and `link-social` */
export const SignInSocial = z.object({
  provider: z.enum(providerIds),
  callbackURL: OwnPath.optional(),
  errorCallbackURL: OwnPath.optional(),
  disableRedirect: z.boolean().optional(),
});

/** `POST /api/auth/sign-out` */
export const SignOut = z.object({});

/** `POST /api/auth/request-password-reset` */
export const RequestPasswordReset = z.object({
  email: Email,
  redirectTo: OwnPath.default('/reset-password'),
});

/** `POST /api/auth/reset-password` */
export const ResetPassword = z.object({ newPassword: NewPassword, token: z.string().min(1).max(200) });

/** `POST /api/auth/change-password` */
export const ChangePassword = z.object({ currentPassword: GivenPassword, newPassword: NewPassword });

/** `POST /api/auth/update-user` */
export const UpdateUser = z.object({ name: Name });

/** `POST /api/auth/revoke-other-sessions` */
export const RevokeOtherSessions = z.object({});
