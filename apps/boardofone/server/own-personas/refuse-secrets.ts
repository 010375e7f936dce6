import { AppError, type FieldErrors } from '@commons/api';
import { secretWords } from '../../personas/find-secret.ts';

/** Refuses what looks like a key or a password: a voice is sent to the provider of the model, and stays with its sessions. */
export function refuseSecrets(words: Readonly<Record<string, string | readonly string[]>>): void {
  const fields: FieldErrors = {};
  for (const [field, text] of Object.entries(words)) {
    const problem = secretWords([text].flat().join('\n'));
    if (problem) fields[field] = [problem];
  }
  if (Object.keys(fields).length > 0) throw new AppError('BAD_INPUT', { fields });
}
