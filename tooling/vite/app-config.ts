import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { chosenScheme } from './chosen-scheme.ts';
import { pageFrame } from './page-frame.ts';
import { precompress } from './precompress.ts';
import { vendorChunks } from './vendor-chunks.ts';

/** What tells one app's frontend from another's. */
export interface AppViteOptions {
  /** The folder of the app below `apps/`. */
  name: string;
  /** The path that the pages are served under, with both slashes: `/chidi/`. */
  base: string;
}

const appsFolder = fileURLToPath(new URL('../../apps/', import.meta.url));

/**
 * The Vite configuration that every frontend of the workspace shares.
 *
 * @example
 * export default appViteConfig({ name: 'chidi', base: '/chidi/' });
 */
export function appViteConfig({ name, base }: AppViteOptions): UserConfig {
  return {
    base,
    // Absolute, because the gateway's dev server starts from another folder than the app's own build.
    root: `${appsFolder}${name}/web`,
    plugins: [react(), pageFrame(), chosenScheme(), precompress()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'baseline-widely-available',
      sourcemap: false,
      cssCodeSplit: true,
      reportCompressedSize: false,
      // Browsers of the target preload modules natively.
      modulePreload: { polyfill: false },
      // data: URLs would need a hole in the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups: vendorChunks } } },
    },
  };
}
