import { sessionLost } from '../app/signals.ts';
import { HttpError } from '../errors/http-error.ts';
import type { FormProblem } from './use-submit.ts';

/** What a sign-up says when the address can't be used. */
export const addressTaken: FormProblem = {
  fields: {
    email: 'This address can’t be used for a new account. If it is yours, sign in or reset the password.',
  },
};

/** One text for a wrong address and a wrong password: nobody learns which addresses have an account. */
const mismatch: FormProblem = {
  fields: { password: 'E-mail and password don’t match. Check both, or reset the password.' },
};

/** Puts a refusal of the sign-in endpoints at the field it is about; anything else is about the form. */
export function explainAuthError(error: unknown): FormProblem {
  if (!(error instanceof HttpError)) return { form: error };
  const { code, reason, fields } = error.body;
  if (reason === 'INVALID_EMAIL_OR_PASSWORD') return mismatch;
  if (reason?.startsWith('USER_ALREADY_EXISTS')) return addressTaken;
  if (reason === 'INVALID_PASSWORD')
    return { fields: { currentPassword: 'That is not your current password.' } };
  if (code === 'UNAUTHENTICATED') sessionLost.send();
  const named = Object.entries(fields ?? {}).filter(([name]) => name !== '');
  if (named.length === 0) return { form: error };
  return { fields: Object.fromEntries(named.map(([name, messages]) => [name, messages.join(' ')])) };
}
