import { type Browser, newPage, openBrowser, type Page } from '@commons/tooling/browser';
import { type GracePerson, type GraceServer, startGrace } from '../testing/family.ts';

export const sizes = [
  { name: 'a desktop', width: 1280, height: 900 },
  { name: 'a phone', width: 360, height: 740 },
];

export interface TodayStory extends AsyncDisposable {
  server: GraceServer;
  browser: Browser;
  /** Moves the clock of the server; pages have clocks of their own. */
  setNow: (time: string) => void;
  /** Today of a person's profile, with the page's clock at the server's time. */
  open: (person: GracePerson, profileId: string, size: { width: number; height: number }) => Promise<Page>;
}

/** A server and pages whose clocks a test moves. */
export async function startTodayStory(time: string): Promise<TodayStory> {
  let now = new Date(time);
  const [server, browser] = await Promise.all([startGrace({ now: () => now }), openBrowser()]);
  return {
    server,
    browser,
    setNow: (later) => {
      now = new Date(later);
    },
    open: async (person, profileId, size) => {
      const page = await newPage(browser, { baseUrl: server.url, cookie: person.cookie, ...size });
      // Shorter than a test may take, so that the step that failed is named.
      page.setDefaultTimeout(15_000);
      await page.clock.install({ time: now });
      await page.goto(`/grace/p/${profileId}/`);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
