import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether what somebody shows is the secret; how long it takes says nothing about the secret, its length included. */
export function sameSecret(given: string, expected: string): boolean {
  // Digests are of one length.
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
