import { randomBytes } from 'node:crypto';

/** A secret that nobody guesses. */
export const newUnsubscribeToken = (): string => randomBytes(32).toString('base64url');

/** Whether it could be one. */
export const isUnsubscribeToken = (token: string): boolean => /^[\w-]{43}$/.test(token);
