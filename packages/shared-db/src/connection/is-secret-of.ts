import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';

const scramSecret = /^SCRAM-SHA-256\$(\d+):([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+):/;

/**
 * Whether what PostgreSQL keeps of a login (`pg_authid.rolpassword`) was made of `password`.
 *
 * Source: RFC 5803 for the form, RFC 5802 for `StoredKey`. False for MD5, and for a password that SASLprep would change.
 */
export function isSecretOf(secret: string, password: string): boolean {
  const [, rounds, salt, kept] = scramSecret.exec(secret) ?? [];
  if (!rounds || !salt || !kept) return false;
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
  const storedKey = createHash('sha256')
    .update(createHmac('sha256', salted).update('Client Key').digest())
    .digest();
  const keptKey = Buffer.from(kept, 'base64');
  return keptKey.length === storedKey.length && timingSafeEqual(keptKey, storedKey);
}
