import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAxeClean, expectOnlyOrigin, newPage, newTab, openBrowser, requestsOf } from './index.ts';
import { allowProblem, problemsOf } from './page-record.ts';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Fixture</title><link rel="icon" href="data:,"></head>
   <body><main><h1>Fixture</h1>${body}</main></body></html>`;

const bodies: Record<string, string> = {
  '/': '<button>Save</button>',
  '/unlabelled': '<input type="text"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
  '/noisy': '<script>console.error("boom"); setTimeout(() => { throw new Error("late") });</script>',
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
      response.end(page(bodies[request.url ?? ''] ?? ''));
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
});
