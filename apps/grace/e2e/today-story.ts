import { newPage, type Page } from '@commons/tooling/browser';
import type { GracePerson, GraceServer } from '../testing/family.ts';
import { openGrace } from './open-grace.ts';

export interface TodayStory extends AsyncDisposable {
  server: GraceServer;
  /** Moves the clock of the server; pages have clocks of their own. */
  setNow: (time: string) => void;
  /** Today of a person's profile, with the page's clock at the server's time. */
  open: (person: GracePerson, profileId: string, size: { width: number; height: number }) => Promise<Page>;
}

/** A server and pages whose clocks a test moves. */
export async function startTodayStory(time: string): Promise<TodayStory> {
  let now = new Date(time);
  const grace = await openGrace({ now: () => now });
  return {
    server: grace,
    setNow: (later) => {
      now = new Date(later);
    },
    open: async (person, profileId, size) => {
      const page = await newPage(grace.browser, { baseUrl: grace.url, cookie: person.cookie, ...size });
      // Shorter than a test may take, so that the step that failed is named.
      page.setDefaultTimeout(15_000);
      await page.clock.install({ time: now });
      await page.goto(`/grace/p/${profileId}/`);
      return page;
    },
    [Symbol.asyncDispose]: () => grace[Symbol.asyncDispose](),
  };
}
