/**
 * Where a person who comes back from a provider goes on: a page of this site, with at most a short code of what went
 * wrong. A provider's own words are left out, since whoever writes the link would write them.
 */
export function ownReturn(location: string | null, publicUrl: URL, problemPath: string): string {
  if (location === null || !URL.canParse(location, publicUrl.href)) return problemPath;
  const url = new URL(location, publicUrl);
  if (url.origin !== publicUrl.origin) return problemPath;
  url.searchParams.delete('error_description');
  const error = url.searchParams.get('error');
  if (error !== null) url.searchParams.set('error', /^[a-z_]{1,60}$/i.test(error) ? error : 'unknown');
  return url.pathname + url.search + url.hash;
}

/** The page for a way back that failed on our side or took too long. */
export function problemReturn(problemPath: string, error: string): string {
  return `${problemPath}?error=${error}`;
}
