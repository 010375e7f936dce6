/** The nonce that the server put into this page, for the styles that libraries add at run time. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Hands the nonce to libraries that look for it where bundlers once put it (scroll locking in dialogs). */
export function publishCspNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: cspNonce() });
}
