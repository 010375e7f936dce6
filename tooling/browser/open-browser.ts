import { type Browser, chromium } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.ts';
import { installedChromium } from './installed-chromium.ts';

/** Quiet at the network: tests assert which requests leave a page, and the browser's own would count. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

const remedy = `Browser tests need a Chromium and found none. On Linux x64 one comes with \`pnpm install\`; elsewhere
install Google Chrome or Chromium, or run \`npx playwright-core install chromium\`, or name one in CHROME_PATH.`;

/**
 * Starts the browser that tests run in: the one from the package registry on Linux x64, an installed one elsewhere.
 * It fails, and never skips, when there is none.
 *
 * @example
 * await using browser = await openBrowser();
 */
export async function openBrowser(): Promise<Browser> {
  const found =
    installedChromium(process.env.CHROME_PATH) ?? (await bundledChromium()) ?? installedChromium();
  if (!found) throw new Error(remedy);
  return chromium.launch({ executablePath: found.path, env: { ...process.env, ...found.env }, args });
}
