import { startTestServer, type TestServerOptions } from '@commons/api/testing';
import { openPages } from '@commons/tooling/browser';
import { site } from '../server/site.ts';

export type OpenSite = Awaited<ReturnType<typeof openSite>>;

/** The whole site with its built pages, on a database of its own, and a browser to look at it. */
export function openSite(env: TestServerOptions<typeof site.apps>['env'] = {}) {
  const { apps, gatewayPages } = site;
  return openPages(startTestServer({ apps, env, ...(gatewayPages && { gatewayPages }) }), '');
}
