import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Runs before the first paint and therefore stands alone: it repeats what `@commons/ui` does with the stored choice
 * of colours once its script has loaded.
 */
const script = `(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('commons:color-scheme');
  } catch {}
  if (chosen !== 'light' && chosen !== 'dark') {
    chosen = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
})();
`;

const file = `assets/chosen-scheme-${createHash('sha256').update(script).digest('base64url').slice(0, 8)}.js`;

/**
 * Gives the page the colours that the person chose before it is painted: a small blocking script of the same origin,
 * as the content security policy asks, instead of a flash of the system's colours.
 */
export function chosenScheme(): Plugin {
  let address = `/${file}`;
  return {
    name: 'commons:chosen-scheme',
    configResolved({ base }) {
      address = `${base}${file}`;
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: address }, injectTo: 'head' }],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: script });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url?.split('?')[0] !== address) return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(script);
      });
    },
  };
}
