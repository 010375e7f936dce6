import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { site } from '../server/site.ts';

/** Words that stand in server code and its libraries, and in no page. */
const serverWords = [
  'app.open_context',
  'commons_service',
  'commons_app',
  'drizzle',
  'PostgresError',
  'better-auth',
  'node:fs',
  'AUTH_SECRET',
  'DATABASE_URL',
  'pg_advisory_lock',
];

const frontends = [
  ...site.apps.map(({ name, pages }) => ({ name, pages })),
  { name: 'gateway', pages: site.gatewayPages },
];

describe.each(frontends)('the pages of $name', ({ pages }) => {
  const folder = fileURLToPath(pages ?? '');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css|html)$/.test(file),
  );
  const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

  it('hold no code of the server and name none of its secrets', () => {
    expect(scripts.length).toBeGreaterThan(3);
    const found = scripts.flatMap((file) => {
      const text = textOf(file);
      return serverWords.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('send at most 200 KB of compressed JavaScript before the first screen', () => {
    const entry = textOf('index.html');
    const first = scripts.filter((file) => file.endsWith('.js') && entry.includes(file));
    const bytes = first.reduce((sum, file) => sum + brotliCompressSync(textOf(file)).byteLength, 0);
    expect(first.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(200 * 1024);
  });
});
