/** Where to go after signing in: a path inside the app, never another site. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : '/';
}

/** The same page of the sign-in, remembering where the person wanted to go. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}
