import { randomBytes } from 'node:crypto';

/** A nonce for one page; scripts and styles without it do not run. */
export function createNonce(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * The content security policy of a page. Style attributes need no exception: React and Mantine set styles through
 * the DOM, which the policy does not concern, and the only inline style sheets carry the nonce.
 *
 * @param hotReload lets the development server's web socket through
 */
export function pagePolicy(nonce: string, hotReload = false): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${hotReload ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The policy of a service worker, which has one of its own and needs to ask the server on behalf of its pages. */
export const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** The policy of everything that is no page. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every response. */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}
