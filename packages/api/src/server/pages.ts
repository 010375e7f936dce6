import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { HttpContext } from './http-environment.ts';
import { type PageFile, readPageFolder } from './read-page-folder.ts';
import { createNonce, pagePolicy } from './security-headers.ts';
import { statusPage } from './status-page.ts';

/** A frontend: where it lies and below which path it lives. */
export interface Pages {
  /** `/` or `/<app>/`. */
  base: string;
  folder: URL;
}

/** Pages served by a development server such as Vite instead of from built folders. */
export interface DevelopmentPages {
  /** The transformed index.html of the pages at `base`, with the placeholder for the nonce still in it. */
  html(base: string, path: string): Promise<string>;
}

const noncePlaceholder = '__CSP_NONCE__';

/** Serves frontends: their files as they were built, and their index.html for every path that is no file. */
export function servePages(
  pages: readonly Pages[],
  development?: DevelopmentPages,
): (c: HttpContext) => Promise<Response> {
  const folders = pages
    .map(({ base, folder }) => ({ base, folder: development ? undefined : readPageFolder(folder) }))
    // The longest base first, so that `/` answers only what no app does.
    .sort((a, b) => b.base.length - a.base.length);

  return async (c) => {
    const { path, method } = c.req;
    if (method !== 'GET' && method !== 'HEAD') return sendHtml(c, statusPage('Not found'), 404);
    const bare = folders.find(({ base }) => base === `${path}/`);
    if (bare) return c.redirect(bare.base, 308);
    const found = folders.find(({ base }) => path.startsWith(base));
    if (!found) return sendHtml(c, statusPage('Not found'), 404);
    if (development) return sendHtml(c, await development.html(found.base, path), 200, true);
    const { folder } = found;
    if (!folder) return sendHtml(c, statusPage('Not built yet', 'Run “pnpm build”, then start again.'), 503);
    const file = folder.files.get(decoded(path.slice(found.base.length)));
    if (file) return sendFile(c, file);
    if (/\.[a-z0-9]+$/i.test(path)) return sendHtml(c, statusPage('Not found'), 404);
    return sendHtml(c, folder.index, 200);
  };
}

function sendHtml(c: HttpContext, html: string, status: 200 | 404 | 503, hotReload = false): Response {
  const nonce = createNonce();
  c.header('content-security-policy', pagePolicy(nonce, hotReload));
  c.header('cache-control', 'no-cache');
  return c.html(html.replaceAll(noncePlaceholder, nonce), status);
}

function sendFile(c: HttpContext, file: PageFile): Response {
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('etag', file.etag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
  const accepted = (c.req.header('accept-encoding') ?? '')
    .split(',')
    .map((name) => name.trim().split(';')[0]);
  const encoded = file.encodings.find(({ encoding }) => accepted.includes(encoding));
  if (encoded) c.header('content-encoding', encoded.encoding);
  c.header('content-type', file.contentType);
  const { path, size } = encoded ?? file;
  c.header('content-length', String(size));
  if (c.req.method === 'HEAD') return c.body(null);
  // Safe because a web stream of Node is one of the standard's; the two packages of types differ in name only.
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
