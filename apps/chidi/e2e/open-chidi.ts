import { type Browser, newPage, openBrowser, type Page } from '@commons/tooling/browser';
import type { ChidiPerson } from '../testing/chidi-person.ts';
import { type ChidiOptions, type RunningChidi, startChidi } from '../testing/start-chidi.ts';

/** Chidi with its built pages, a model that does as the test says, and a browser. */
export interface OpenChidi extends RunningChidi {
  browser: Browser;
  /** A page on which the person is signed in. */
  open(person: ChidiPerson, path: string, look?: Look): Promise<Page>;
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
}

export async function openChidi(options?: ChidiOptions): Promise<OpenChidi> {
  const [running, browser] = await Promise.all([startChidi(options), openBrowser()]);
  const { url } = running.server;
  return {
    ...running,
    browser,
    async open(person, path, look = {}) {
      const page = await newPage(browser, { baseUrl: url, cookie: person.cookie, ...look });
      await page.goto(`/chidi${path}`);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await running[Symbol.asyncDispose]();
    },
  };
}

/** The two sizes that every story is told at. */
export const sizes = [
  { name: 'a desktop', width: 1280, height: 800 },
  { name: 'a phone', width: 360, height: 640 },
] as const;
