const lengthMax = 2_000;

/** The address of a picture if it is one that a page could show without leaving TLS, or null. */
export function httpsOnly(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > lengthMax || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
