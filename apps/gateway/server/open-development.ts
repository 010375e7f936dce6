import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AppDefinition } from '@commons/api';
import type { Development } from '@commons/api/server';
import { appViteConfig } from '@commons/tooling/vite';
import { createServer, type ViteDevServer } from 'vite';

interface Frontend {
  base: string;
  vite: ViteDevServer;
}

interface DevelopmentOptions {
  /** Whether a page's modules are made ready while the page itself is on its way. */
  workAhead?: boolean;
}

/** Serves every frontend from its sources, with hot reload: one Vite server an app, inside this process and port. */
export async function openDevelopment(
  apps: readonly AppDefinition[],
  { workAhead = true }: DevelopmentOptions = {},
): Promise<Development & AsyncDisposable> {
  // One port for the sockets of hot reload; each Vite server answers below its own base.
  const sockets = createHttpServer().listen(0, '127.0.0.1');
  await once(sockets, 'listening');
  const { port: clientPort } = sockets.address() as AddressInfo;
  const names = [...apps.map(({ name }) => ({ name, base: `/${name}/` })), { name: 'gateway', base: '/' }];
  const frontends: Frontend[] = await Promise.all(
    names.map(async ({ name, base }) => ({
      base,
      vite: await createServer({
        ...appViteConfig({ name, base }),
        configFile: false,
        appType: 'custom',
        server: {
          middlewareMode: true,
          preTransformRequests: workAhead,
          ws: { server: sockets, clientPort },
        },
      }),
    })),
  );
  const frontendOf = (path: string): Frontend | undefined =>
    frontends.find(({ base }) => path.startsWith(base));

  return {
    middleware(request, response, next) {
      const { url = '/' } = request;
      const frontend = frontendOf(url);
      if (!frontend) return next();
      frontend.vite.middlewares(request, response, () => {
        // Vite has taken its base off, and what comes after it wants the whole path.
        request.url = url;
        next();
      });
    },
    async html(base, path) {
      const frontend = frontends.find((one) => one.base === base);
      if (!frontend) throw new Error(`There are no pages at ${base}.`);
      const page = await readFile(join(frontend.vite.config.root, 'index.html'), 'utf8');
      return frontend.vite.transformIndexHtml(path, page);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(frontends.map(({ vite }) => vite.close()));
      sockets.close();
    },
  };
}
