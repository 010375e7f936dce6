import { startTestServer, type TestServer } from '@commons/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevelopment } from './open-development.ts';
import { site } from './site.ts';

let development: Awaited<ReturnType<typeof openDevelopment>>;
let server: TestServer<(typeof site.apps)[number]['router']>;
beforeAll(async () => {
  const { apps, gatewayPages } = site;
  development = await openDevelopment(apps, { workAhead: false });
  server = await startTestServer({ apps, development, ...(gatewayPages && { gatewayPages }) });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await development?.[Symbol.asyncDispose]();
});

const read = async (path: string) => (await fetch(`${server.url}${path}`)).text();

const bases = [
  ...site.apps.map(({ name, title }) => ({ base: `/${name}/`, title })),
  { base: '/', title: 'Commons' },
];

describe.each(bases)('with hot reload, at $base', ({ base, title }) => {
  it.each(['', 'deep/inside'])('the page below it at "%s" is its own, with its own script', async (path) => {
    const page = await read(`${base}${path}`);

    expect(page).toContain(`<title>${title}</title>`);
    expect(page).toContain(`src="${base}main.tsx"`);
  });
});

it.each(site.apps.map(({ name }) => name))(
  'with hot reload, the procedures of %s still answer',
  async (name) => {
    expect(await read(`/${name}/trpc/changes.follow`)).toContain('UNAUTHENTICATED');
  },
);
