/** The shortest password that a new account may have. */
export const passwordLengthMin = 10;
const passwordLengthMax = 128;

/** Checks the shape of an address; whether it exists is nobody's business here. */
export function emailProblem(email: string | undefined): Record<string, string> {
  if (!email?.trim()) return { email: 'Enter your e-mail address.' };
  return /^\S+@\S+\.\S+$/.test(email.trim())
    ? {}
    : { email: 'That is no e-mail address yet: name@example.com' };
}

/** Checks a password that somebody chooses. */
export function newPasswordProblem(field: string, password = ''): Record<string, string> {
  if (password.length < passwordLengthMin) {
    const missing = passwordLengthMin - password.length;
    return { [field]: `Use at least ${passwordLengthMin} characters: ${missing} more to go.` };
  }
  return password.length > passwordLengthMax
    ? { [field]: `Use at most ${passwordLengthMax} characters.` }
    : {};
}
