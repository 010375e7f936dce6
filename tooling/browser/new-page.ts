import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { problemsOf, recordPage } from './page-record.ts';

/** How the page is looked at; anything else that a Playwright context takes goes into `context`. */
export interface PageOptions {
  /** Where relative addresses in `page.goto` point. */
  baseUrl?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  /** A Cookie header, which signs the page in; it needs `baseUrl`. */
  cookie?: string;
  /** The moment at which the page's clock stands still. */
  fixedTime?: Date;
  context?: BrowserContextOptions;
}

/**
 * Opens a page for the running test, in a context without cookies. At the end of the test it closes, and the
 * test fails if the page threw, or printed an error or a warning that `allowProblem` does not know.
 *
 * @example
 * const page = await newPage(browser, { baseUrl: server.url, width: 360, height: 740, dark: true });
 */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { baseUrl, cookie, width = 1280, height = 800, dark = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    ...options.context,
  });
  if (cookie && baseUrl) await context.addCookies(cookiesOf(cookie, baseUrl));
  // Hooks run in reverse: the pages are judged before their context closes.
  onTestFinished(() => context.close());
  const page = await watchedPage(context);
  if (options.fixedTime) await page.clock.setFixedTime(options.fixedTime);
  return page;
}

/** Opens another tab beside a page: the same cookies, watched in the same way. */
export function newTab(page: Page): Promise<Page> {
  return watchedPage(page.context());
}

async function watchedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  recordPage(page);
  onTestFinished(() => {
    const problems = problemsOf(page);
    if (problems.length > 0) throw new Error(`The page reported:\n${problems.join('\n')}`);
  });
  return page;
}

function cookiesOf(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((cookie) => {
    const at = cookie.indexOf('=');
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url };
  });
}
