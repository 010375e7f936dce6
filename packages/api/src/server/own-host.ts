import { isIPv4, isIPv6 } from 'node:net';

/**
 * Tells whether a Host header names this server, on whatever port. Once a public address is configured only that does;
 * before, also IP addresses and localhost, which nobody can point a domain of theirs at: a page whose own domain is
 * made to resolve to this machine would otherwise be the same site as this one for its visitor's browser.
 */
export function ownHost(publicUrl: URL, isConfigured: boolean): (host: string | undefined) => boolean {
  return (host = '') => {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    if (name === publicUrl.hostname) return true;
    if (isConfigured) return false;
    const [, inBrackets = ''] = /^\[(.+)\]$/.exec(name) ?? [];
    return name === 'localhost' || isIPv4(name) || isIPv6(inBrackets);
  };
}
