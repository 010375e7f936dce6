import { createHash, randomBytes } from 'node:crypto';

/** The secret of an invitation's link: 256 bits that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
