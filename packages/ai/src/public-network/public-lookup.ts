import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';

/** The error of an address that a person may not send us to. */
export class NotPublicError extends Error {
  override readonly name = 'NotPublicError';
  readonly code = 'ADDRESS_NOT_PUBLIC';
}

/** How names become addresses, and which of these are public. */
export interface Network {
  resolve?: LookupFunction;
  isPublic?: (address: string) => boolean;
}

/**
 * A resolver for sockets that gives public addresses only. The socket connects to what it is given here and asks no
 * second time, so that a name that changes its address between a check and the connection gains nothing.
 */
export function publicLookup({ resolve = lookup, isPublic = isPublicAddress }: Network = {}): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
      const safe = addresses.length > 0 && addresses.every(isPublic);
      callback(safe ? null : new NotPublicError(), found, family);
    });
  };
}
