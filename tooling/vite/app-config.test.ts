import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appViteConfig } from './app-config.ts';

const page = `<!doctype html><html lang="en"><head><title>Chidi &amp; Co</title></head>
<body><script type="module" src="/main.js"></script></body></html>`;

describe('a frontend built with the shared configuration', () => {
  let web: string;

  beforeAll(async () => {
    web = await mkdtemp(join(tmpdir(), 'commons-vite-'));
    const library = join(web, 'node_modules', 'bulky');
    await mkdir(library, { recursive: true });
    await writeFile(join(web, 'index.html'), page);
    await writeFile(join(library, 'package.json'), '{"name":"bulky","type":"module","exports":"./index.js"}');
    await writeFile(
      join(library, 'index.js'),
      `export const bulky = ${JSON.stringify('words '.repeat(500))};`,
    );
    await writeFile(join(web, 'lazy.js'), 'export const lazy = "loaded later";');
    await writeFile(
      join(web, 'main.js'),
      `import { bulky } from 'bulky'; document.title = bulky; import('./lazy.js').then(({ lazy }) => alert(lazy));`,
    );
    await mkdir(join(web, 'dist'));
    await writeFile(join(web, 'dist', 'stale.txt'), 'from an earlier build');
    await build({
      ...appViteConfig({ name: 'chidi', base: '/chidi/' }),
      root: web,
      configFile: false,
      logLevel: 'error',
    });
  });

  afterAll(() => rm(web, { recursive: true }));

  const built = async () => (await readdir(join(web, 'dist'), { recursive: true })).sort();
  const read = (file: string) => readFile(join(web, 'dist', file));

  it('runs no inline script, and marks each script for the nonce', async () => {
    const html = (await read('index.html')).toString();
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts)
      expect(script).toMatch(
        /src="\/chidi\/assets\/[^"]+".*nonce="__CSP_NONCE__"|nonce="__CSP_NONCE__".*src="\/chidi\/assets\//,
      );
  });

  it('gives each page its frame: encoding first, a root, and a word to those without JavaScript', async () => {
    const html = (await read('index.html')).toString();
    expect(html).toMatch(/<head>\s*<meta charset="utf-8"\s*\/?>/);
    expect(html).toMatch(/<meta[^>]*name="viewport"/);
    expect(html.match(/<div id="root"><\/div>/g)).toHaveLength(1);
    expect(html).toContain('<noscript>Chidi &amp; Co needs JavaScript.');
  });

  it('sets the chosen colours with a script that the browser waits for before it paints', async () => {
    const html = (await read('index.html')).toString();
    const [, file = ''] =
      html.match(/<script(?![^>]*(?:module|async|defer))[^>]*src="\/chidi\/([^"]+)"/) ?? [];
    expect(file).toMatch(/^assets\/chosen-scheme-/);
    expect((await read(file)).toString()).toContain("getItem('commons:color-scheme')");
    expect(html.indexOf(file)).toBeLessThan(html.indexOf('<body>'));
  });

  it('keeps libraries in a chunk of their own', async () => {
    const files = await built();
    const vendor = files.find((file) => /assets\/vendor-[^/]+\.js$/.test(file)) ?? '';
    const entry = files.find((file) => /assets\/index-[^/]+\.js$/.test(file)) ?? '';
    expect((await read(vendor)).toString()).toContain('words words');
    expect((await read(entry)).toString()).not.toContain('words words');
  });

  it('writes a brotli and a gzip twin of each text asset above 1 KB that unpacks to the same bytes', async () => {
    const vendor = (await built()).find((file) => /assets\/vendor-[^/]+\.js$/.test(file)) ?? '';
    const bytes = await read(vendor);
    expect(brotliDecompressSync(await read(`${vendor}.br`))).toEqual(bytes);
    expect(gunzipSync(await read(`${vendor}.gz`))).toEqual(bytes);
  });

  it('compresses neither pages, which get a nonce per response, nor small assets', async () => {
    const files = await built();
    expect(files).not.toContain('index.html.br');
    expect(files.some((file) => /lazy-[^/]+\.js\.br$/.test(file))).toBe(false);
  });

  it('leaves nothing of an earlier build and no source maps behind', async () => {
    const files = await built();
    expect(files).not.toContain('stale.txt');
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });
});
