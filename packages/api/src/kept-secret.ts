import { randomBytes } from 'node:crypto';
import { keptFile } from '@commons/shared-db';

const bytes = 32;

/**
 * A secret for development that is made once and kept in a file only its owner may read.
 *
 * @throws when the file holds none, because with an empty secret anybody could sign
 */
export function keptSecret(file: string): string {
  const secret = keptFile(file, () => randomBytes(bytes).toString('base64url')).trim();
  if (secret.length >= bytes) return secret;
  throw new Error(`${file} does not hold a secret. Delete it; a new one is made then.`);
}
