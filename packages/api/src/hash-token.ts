import { createHash } from 'node:crypto';

/**
 * What the database keeps of the secret in a link: whoever reads it there opens nothing with it. The secret has to be
 * one that nobody guesses, such as 24 random bytes; a password needs a slow hash instead.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
