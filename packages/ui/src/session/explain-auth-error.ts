import { HttpError } from '../errors/http-error.ts';
import type { FormProblem } from './use-submit.ts';

const takenText = 'This address can’t be used for a new account. If it is yours, sign in or reset the password.';

/** What a sign-up says when the address can't be used. */
export const addressTaken: FormProblem = { fields: { email: takenText } };

/** One text for a wrong address and a wrong password: nobody learns which addresses have an account. */
const mismatchText = 'E-mail and password don’t match. Check both, or reset the password.';

const problems: Record<string, FormProblem> = {
  INVALID_EMAIL_OR_PASSWORD: { fields: { password: mismatchText } },
  INVALID_EMAIL: { fields: { email: 'That is no e-mail address yet: name@example.com' } },
  USER_ALREADY_EXISTS: addressTaken,
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: addressTaken,
  PASSWORD_TOO_SHORT: { fields: { password: 'Choose a longer password.', newPassword: 'Choose a longer password.' } },
  PASSWORD_TOO_LONG: { fields: { password: 'Choose a shorter password.', newPassword: 'Choose a shorter password.' } },
  INVALID_PASSWORD: { fields: { currentPassword: 'That is not your current password.' } },
};

/** Puts a refusal of the sign-in endpoints at the field it is about; anything else is about the form. */
export function explainAuthError(error: unknown): FormProblem {
  const reason = error instanceof HttpError ? error.reason : undefined;
  return (reason !== undefined && problems[reason]) || { form: error };
}
