import type { Browser, Page } from 'playwright-core';
import { newPage, type PageOptions } from './new-page.ts';
import { openBrowser } from './open-browser.ts';

/** A browser, and pages of an app in it. */
export interface OpenPages extends AsyncDisposable {
  browser: Browser;
  /** Opens a path of the app, as somebody who is signed in or, without one, as a visitor. */
  open(person: { cookie: string } | undefined, path: string, look?: Look): Promise<Page>;
}

type Look = Omit<PageOptions, 'baseUrl' | 'cookie'>;

/** What is running is the server itself, or has it beside other things. */
type Running = AsyncDisposable & ({ url: string } | { server: { url: string } });

/**
 * Gives an app that is starting a browser to look at its built pages, which lie under `root`. Disposing of it closes
 * both.
 *
 * @example
 * const notes = await openPages(startTestServer({ apps: [notesApp] }), '/notes');
 * const page = await notes.open(await notes.signUp(), '/', { width: 360, height: 640 });
 */
export async function openPages<App extends Running>(
  starting: Promise<App>,
  root: string,
): Promise<App & OpenPages> {
  const [app, browser] = await Promise.all([starting, openBrowser()]);
  const baseUrl = urlOf(app);
  return {
    ...app,
    browser,
    async open(person, path, look) {
      const page = await newPage(browser, { baseUrl, ...(person && { cookie: person.cookie }), ...look });
      await page.goto(`${root}${path}`);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await app[Symbol.asyncDispose]();
    },
  };
}

const urlOf = (app: Running) => ('server' in app ? app.server.url : app.url);
