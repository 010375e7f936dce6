import { randomBytes } from 'node:crypto';

/** The secret of an invitation's link: 256 bits that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url');
