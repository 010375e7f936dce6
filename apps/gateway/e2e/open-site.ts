import { startTestServer, type TestServer, type TestServerOptions } from '@commons/api/testing';
import { type Browser, openBrowser } from '@commons/tooling/browser';
import { site } from '../server/site.ts';

/** The whole site with its built pages, on a database of its own, and a browser to look at it. */
export interface OpenSite extends AsyncDisposable {
  server: TestServer<(typeof site.apps)[number]['router']>;
  browser: Browser;
}

export async function openSite(env: TestServerOptions<typeof site.apps>['env'] = {}): Promise<OpenSite> {
  const { apps, gatewayPages } = site;
  const [server, browser] = await Promise.all([
    startTestServer({ apps, env, ...(gatewayPages && { gatewayPages }) }),
    openBrowser(),
  ]);
  return {
    server,
    browser,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** The two sizes that every story is told at. */
export const sizes = [
  { name: 'a desktop', width: 1280, height: 800 },
  { name: 'a phone', width: 360, height: 740 },
] as const;
