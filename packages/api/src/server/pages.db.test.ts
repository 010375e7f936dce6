import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { defineApp } from '../index.ts';

let folder: string;
let server: TestServer<typeof sampleApp.router>;
const script = `console.log(${JSON.stringify('x'.repeat(2_000))});`;
const asset = '/sample/assets/index-Bx3k_9aZ.js';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-pages-'));
  await build('sample', '<title>Sample</title>');
  await build('gateway', '<title>Commons</title>');
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
  const url = (name: string) => pathToFileURL(`${join(folder, name)}/`);
  server = await startTestServer({
    apps: [
      defineApp({ ...sampleApp, pages: url('sample') }),
      defineApp({ ...sampleApp, name: 'unbuilt', pages: url('unbuilt') }),
      defineApp({ ...sampleApp, name: 'later', pages: url('later') }),
    ],
    gatewayPages: url('gateway'),
  });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function build(name: string, head: string): Promise<void> {
  const dist = join(folder, name);
  await mkdir(join(dist, 'assets'), { recursive: true });
  const html = `<!doctype html>${head}<meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>`;
  await writeFile(join(dist, 'index.html'), html);
  const file = join(dist, 'assets/index-Bx3k_9aZ.js');
  await writeFile(file, script);
  await writeFile(`${file}.br`, brotliCompressSync(script));
  await writeFile(`${file}.gz`, gzipSync(script));
  await writeFile(`${file}.map`, '{}');
  await writeFile(join(dist, 'sw.js'), 'self.addEventListener("push", () => {});');
  await writeFile(join(dist, 'app.webmanifest'), '{}');
  await writeFile(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, redirect: 'manual' });

describe('pages', () => {
  it('carry a policy whose nonce is theirs alone', async () => {
    const [one, two] = [await get('/sample/'), await get('/sample/')];
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';

    expect(nonce).toMatch(/^[\w-]{22}$/);
    expect(await one.text()).toContain(`content="${nonce}"><script nonce="${nonce}">`);
    expect(await two.text()).not.toContain(nonce);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]);
    expect(one.headers.get('cache-control')).toBe('no-cache');
    expect(one.headers.get('permissions-policy')).toContain('camera=()');
  });

  it('may bring a service worker for their own app, and a manifest', async () => {
    const worker = await get('/sample/sw.js');
    expect(worker.status).toBe(200);
    expect(worker.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(worker.headers.get('service-worker-allowed')).toBe('/sample/');
    // Always asked for again, so that an old one does not live on.
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'",
    );
    const missing = await get('/sample/deeper/sw.js');
    expect([missing.status, missing.headers.get('service-worker-allowed')]).toEqual([404, null]);

    const manifest = await get('/sample/app.webmanifest');
    expect(manifest.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  });

  it.each([
    ['/sample/conversations/42', 'Sample'],
    ['/sample/', 'Sample'],
    ['/account', 'Commons'],
    ['/', 'Commons'],
  ])('%s is shown by the frontend that it belongs to', async (path, title) => {
    const response = await get(path);

    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`<title>${title}</title>`);
  });

  it('without the slash at its end, an app leads to itself', async () => {
    const response = await get('/sample');

    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/sample/');
  });

  it('that were not built say so', async () => {
    const response = await get('/unbuilt/');

    expect(response.status).toBe(503);
    expect(await response.text()).toContain('pnpm build');
  });

  it('answer a script that does not exist with 404 and not with a page', async () => {
    expect((await get('/sample/assets/gone-12345678.js')).status).toBe(404);
  });

  it('take no POST', async () => {
    expect((await fetch(`${server.url}/account`, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('files of pages', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('are sent compressed as the browser likes it (%s)', async (accepted, encoding) => {
    const response = await get(asset, { 'accept-encoding': accepted });

    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await response.text()).toBe(script);
  });

  it('are kept for ever when their name has a hash, and asked for again otherwise', async () => {
    const hashed = await get(asset);
    const plain = await get('/sample/favicon.svg');
    const etag = plain.headers.get('etag') ?? '';

    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/sample/favicon.svg', { 'if-none-match': etag })).status).toBe(304);
    await hashed.body?.cancel();
  });

  it.each(['/sample/..%2fsecret.txt', '/sample/%2e%2e/secret.txt', '/sample/assets/..%5c..%5csecret.txt'])(
    'are only those of the build (%s)',
    async (path) => {
      const text = await (await get(path)).text();

      expect(text).not.toContain('not for anybody');
    },
  );

  it('include no source map', async () => {
    expect((await get(`${asset}.map`)).status).toBe(404);
  });
});

describe('a build under a running server', () => {
  beforeEach(() => build('sample', '<title>Sample</title>'));

  it('shows its pages and files to the next who asks', async () => {
    const file = '/sample/assets/index-Cz4l_0bY.js';
    expect((await get(file)).status).toBe(404);
    await build('sample', '<title>Rebuilt</title>');
    await writeFile(join(folder, file), 'new');

    expect(await (await get('/sample/')).text()).toContain('<title>Rebuilt</title>');
    expect(await (await get(file)).text()).toBe('new');
  });

  it('finds files that come after index.html', async () => {
    const file = '/sample/assets/late-Cz4l_0bY.js';
    await get('/sample/');
    await writeFile(join(folder, file), 'late');

    expect(await (await get(file)).text()).toBe('late');
  });

  it('goes on with the pages before it until it has an index.html', async () => {
    await rm(join(folder, 'sample'), { recursive: true });

    expect(await (await get('/sample/')).text()).toContain('<title>Sample</title>');
    expect((await get(asset)).status).toBe(404);
  });

  it('may take a file away: the answer is 404, is not kept, and nothing is printed', async () => {
    const file = '/sample/icons/logo.svg';
    await mkdir(join(folder, 'sample/icons'), { recursive: true });
    await writeFile(join(folder, file), '<svg/>');
    expect((await get(file)).status).toBe(200);
    // A folder in the folder, so that the list of files is not read again.
    await rm(join(folder, file));
    const gone = await get(file);

    expect(gone.status).toBe(404);
    expect(gone.headers.get('cache-control')).toBe('no-cache');
    expect(gone.headers.has('etag')).toBe(false);
    expect(await gone.text()).toContain('Not found');
  });

  it('may be the first', async () => {
    expect((await get('/later/')).status).toBe(503);
    await build('later', '<title>Later</title>');

    expect(await (await get('/later/')).text()).toContain('<title>Later</title>');
  });
});

describe('behind TLS', () => {
  it('headers and cookies insist on it', async () => {
    await using secure = await startTestServer({
      apps: [sampleApp],
      env: { publicUrl: new URL('https://127.0.0.1') },
    });
    const response = await secure.visitor.request('/healthz');
    const origin = { origin: 'https://127.0.0.1' };
    const anna = await secure.signUp();
    const headers = { cookie: anna.cookie, 'x-commons': '1', 'content-type': 'application/json', ...origin };
    const signOut = await fetch(`${secure.localUrl}/api/auth/sign-out`, {
      method: 'POST',
      headers,
      body: '{}',
    });

    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(anna.cookie).toMatch(/^__Secure-commons\.session_token=/);
    expect(signOut.status).toBe(200);
    expect(signOut.headers.getSetCookie()[0]).toContain('; Secure');
  });
});
