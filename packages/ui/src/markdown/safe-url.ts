const schemes = new Set(['https:', 'http:', 'mailto:']);

/**
 * The address if a link may lead there, otherwise ''. Only complete web and mail addresses pass: a relative one
 * written by a model would point into this very server.
 */
export function safeUrl(url: string): string {
  return URL.canParse(url) && schemes.has(new URL(url).protocol) ? url : '';
}

/** What a link shows after its text, so that the text can't lie about where it leads. */
export function linkTarget(url: string): string {
  const parsed = new URL(url);
  return parsed.protocol === 'mailto:' ? parsed.pathname : parsed.host;
}
