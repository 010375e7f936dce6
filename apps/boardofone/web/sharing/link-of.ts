const prefix = '#memo=';

/** The address of a shared memo: the token is in its last part, which no browser sends to a server. */
export const linkOf = (token: string): string => `${window.location.origin}/boardofone/${prefix}${token}`;

/** The token in the last part of an address, if there is one. */
export const tokenIn = (hash: string): string | null =>
  hash.startsWith(prefix) ? hash.slice(prefix.length) : null;
