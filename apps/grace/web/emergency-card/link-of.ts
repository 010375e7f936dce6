const prefix = '#card=';

/** The address of a card: the token is in its last part, which no browser sends to a server. */
export const linkOf = (token: string): string => `${window.location.origin}/grace/${prefix}${token}`;

/** The token in the last part of an address, if there is one. */
export const tokenIn = (hash: string): string | null =>
  hash.startsWith(prefix) ? hash.slice(prefix.length) : null;
