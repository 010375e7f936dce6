const prefix = '#memo=';

/** The address of a shared memo: the token is in its last part, which no browser sends to a server. */
export const linkOf = (token: string): string => `${window.location.origin}/boardofone/${prefix}${token}`;

/** The token in the last part of an address, if there is one. */
export const tokenIn = (hash: string): string | null =>
  hash.startsWith(prefix) ? hash.slice(prefix.length) : null;

/** Loads the page again when its address comes to lead to another memo: by itself a browser does not, as only the last part differs. */
export function followLinks(shown: string | null, reload = () => window.location.reload()): void {
  window.addEventListener('hashchange', () => {
    if (tokenIn(window.location.hash) !== shown) reload();
  });
}
