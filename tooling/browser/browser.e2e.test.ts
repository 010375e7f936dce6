import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectAxeClean,
  expectFits,
  expectOnlyOrigin,
  newPage,
  newTab,
  openBrowser,
  openPages,
  requestsOf,
  sizes,
} from './index.ts';
import { allowProblem, problemsOf } from './page-record.ts';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Fixture</title><link rel="icon" href="data:,"></head>
   <body><main><h1>Fixture</h1>${body}</main></body></html>`;

const bodies: Record<string, string> = {
  '/': '<button>Save</button>',
  '/unlabelled': '<input type="text"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  '/noisy': '<script>console.error("boom"); setTimeout(() => { throw new Error("late") });</script>',
  '/wide': '<div style="width: 400px">Wide</div>',
  '/foreign': '<img alt="" src="http://localhost:9/pixel.gif">',
};

describe('the browser of the tests', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(page(bodies[new URL(request.url ?? '', origin).pathname] ?? ''));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('shows a page at the asked size and colour scheme', async () => {
    const phone = await newPage(browser, { baseUrl: origin, width: 360, height: 740, dark: true });
    await phone.goto('/');
    expect(await phone.evaluate('[innerWidth, matchMedia("(prefers-color-scheme: dark)").matches]')).toEqual([
      360,
      true,
    ]);
  });

  it('shares cookies with a tab, and not with another page', async () => {
    const first = await newPage(browser, { baseUrl: origin });
    await first.goto('/');
    await first.evaluate('document.cookie = "a=1"');
    const tab = await newTab(first);
    const stranger = await newPage(browser, { baseUrl: origin });
    await Promise.all([tab.goto('/'), stranger.goto('/')]);
    expect(await tab.evaluate('document.cookie')).toBe('a=1');
    expect(await stranger.evaluate('document.cookie')).toBe('');
  });

  it('reports console errors and uncaught errors until they are allowed', async () => {
    const noisy = await newPage(browser, { baseUrl: origin });
    const late = noisy.waitForEvent('pageerror');
    await noisy.goto('/noisy');
    await late;
    expect(problemsOf(noisy)).toEqual([expect.stringMatching(/^console error: boom/), 'uncaught: late']);
    allowProblem(noisy, /boom/);
    allowProblem(noisy, /late/);
    expect(problemsOf(noisy)).toEqual([]);
  });

  it('finds requests to a foreign origin', async () => {
    const curious = await newPage(browser, { baseUrl: origin });
    allowProblem(curious, /ERR_/);
    await curious.goto('/');
    expectOnlyOrigin(curious, origin);
    await curious.goto('/foreign');
    expect(requestsOf(curious)).toContain('http://localhost:9/pixel.gif');
    expect(() => expectOnlyOrigin(curious, origin)).toThrow(/localhost:9/);
  });

  it('finds serious accessibility faults, and none on a sound page', async () => {
    const looked = await newPage(browser, { baseUrl: origin });
    await looked.goto('/unlabelled');
    await expect(expectAxeClean(looked)).rejects.toThrow(/critical image-alt/);
    await looked.goto('/');
    await expectAxeClean(looked);
  });

  it('finds a page that is wider than its window', async () => {
    const phone = await newPage(browser, { baseUrl: origin, width: 360 });
    await phone.goto('/wide');
    await expect(expectFits(phone)).rejects.toThrow(/\/wide is 4\d\d px wide in a window of 360 px/);
    await phone.goto('/');
    await expectFits(phone);
  });

  it('stops the clock of a page where the test wants it', async () => {
    const still = await newPage(browser, { baseUrl: origin, fixedTime: new Date('2027-03-14T12:40:00Z') });
    await still.goto('/');
    expect(await still.evaluate('new Date().toISOString()')).toBe('2027-03-14T12:40:00.000Z');
  });

  it.each([
    { name: 'a server', app: () => ({ url: origin }) },
    { name: 'what has a server', app: () => ({ server: { url: origin } }) },
  ])('looks at the pages of $name below their root, and closes with it', async ({ app }) => {
    let isClosed = false;
    const close = async () => {
      isClosed = true;
    };
    const opened = await openPages(Promise.resolve({ ...app(), [Symbol.asyncDispose]: close }), '/wide');
    const visitor = await opened.open(undefined, '?visitor', sizes[1]);
    const person = await opened.open({ cookie: 'session=anna' }, '?person');
    expect(visitor.url()).toBe(`${origin}/wide?visitor`);
    expect(await visitor.evaluate('[innerWidth, document.cookie]')).toEqual([360, '']);
    expect(await person.evaluate('document.cookie')).toBe('session=anna');
    await opened[Symbol.asyncDispose]();
    expect({ isClosed, isOpen: opened.browser.isConnected() }).toEqual({ isClosed: true, isOpen: false });
  });
});
