import { type Browser, newPage, openBrowser, type Page } from '@commons/tooling/browser';
import {
  type BoardOptions,
  type BoardPerson,
  type RunningBoard,
  startBoard,
} from '../testing/start-board.ts';

/** The board with its built pages, and a browser. */
export interface OpenBoard extends RunningBoard {
  browser: Browser;
  /** A page on which the person is signed in. */
  open(person: BoardPerson, path: string, look?: Look): Promise<Page>;
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
}

export async function openBoard(options?: BoardOptions): Promise<OpenBoard> {
  const [running, browser] = await Promise.all([startBoard(options), openBrowser()]);
  const { url } = running.server;
  return {
    ...running,
    browser,
    async open(person, path, look = {}) {
      const page = await newPage(browser, { baseUrl: url, cookie: person.cookie, ...look });
      await page.goto(`/boardofone${path}`);
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
