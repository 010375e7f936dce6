import type { HtmlTagDescriptor, Plugin } from 'vite';

const meta = (attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'meta',
  attrs,
  injectTo: 'head-prepend',
});

// The colours are those of the theme's page background; the browser paints its own edges with them.
const head: HtmlTagDescriptor[] = [
  meta({ charset: 'utf-8' }),
  meta({
    name: 'viewport',
    content: 'width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content',
  }),
  meta({ name: 'color-scheme', content: 'light dark' }),
  meta({ name: 'theme-color', content: '#fcfaf5', media: '(prefers-color-scheme: light)' }),
  meta({ name: 'theme-color', content: '#1a1916', media: '(prefers-color-scheme: dark)' }),
  // The server replaces the placeholder with a fresh nonce in every response.
  meta({ name: 'csp-nonce', content: '__CSP_NONCE__' }),
  meta({ name: 'robots', content: 'noindex' }),
  { tag: 'link', attrs: { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }, injectTo: 'head' },
];

/** Writes into each page what all pages have in common, so that an app's own `index.html` names its title and its script. */
export function pageFrame(): Plugin {
  return {
    name: 'commons:page-frame',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? 'This page';
        return [
          ...head,
          { tag: 'div', attrs: { id: 'root' }, injectTo: 'body-prepend' },
          {
            tag: 'noscript',
            children: `${title} needs JavaScript. Please switch it on and reload the page.`,
            injectTo: 'body',
          },
        ];
      },
    },
  };
}
