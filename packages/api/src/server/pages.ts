import { readFile } from 'node:fs/promises';
import { currentPageFolder } from './current-page-folder.ts';
import type { HttpContext } from './http-environment.ts';
import type { PageFile } from './read-page-folder.ts';
import { createNonce, pagePolicy, workerPolicy } from './security-headers.ts';
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

// Of an app that brings one in web/public. It may care for its own app and no other.
const serviceWorker = 'sw.js';

/** Serves frontends: their files as they were built, and their index.html for every path that is no file. */
export function servePages(
  pages: readonly Pages[],
  development?: DevelopmentPages,
): (c: HttpContext) => Promise<Response> {
  const folders = pages
    .map(({ base, folder }) => ({ base, read: development ? undefined : currentPageFolder(folder) }))
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
    const folder = found.read?.();
    if (!folder) return sendHtml(c, statusPage('Not built yet', 'Run “pnpm build”, then reload.'), 503);
    const name = decoded(path.slice(found.base.length));
    const file = folder.files.get(name);
    if (name === serviceWorker) allowServiceWorker(c, found.base);
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

function allowServiceWorker(c: HttpContext, base: string): void {
  c.header('service-worker-allowed', base);
  c.header('content-security-policy', workerPolicy);
}

async function sendFile(c: HttpContext, file: PageFile): Promise<Response> {
  const accepted = (c.req.header('accept-encoding') ?? '')
    .split(',')
    .map((name) => name.trim().split(';')[0]);
  const encoded = file.encodings.find(({ encoding }) => accepted.includes(encoding));
  // Whole, because once an answer has begun it is too late to find that a build has taken the file away.
  const content = await contentOf(encoded?.path ?? file.path);
  if (!content) return sendHtml(c, statusPage('Not found'), 404);
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('etag', file.etag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
  if (encoded) c.header('content-encoding', encoded.encoding);
  c.header('content-type', file.contentType);
  c.header('content-length', String(content.byteLength));
  return c.req.method === 'HEAD' ? c.body(null) : c.body(content);
}

async function contentOf(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
