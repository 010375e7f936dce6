// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allowProblem,
  type Browser,
  expectAxeClean,
  newPage,
  openBrowser,
  type Page,
} from '@commons/tooling/browser';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from './vite.config.ts';

let folder: string;
let server: PreviewServer;
let browser: Browser;
let baseUrl: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-gallery-'));
  const shared = { ...config, configFile: false as const, logLevel: 'error' as const };
  const outDir = join(folder, 'dist');
  [browser] = await Promise.all([
    openBrowser(),
    build({ ...shared, build: { ...config.build, outDir, minify: false } }),
  ]);
  server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  baseUrl = server.resolvedUrls?.local[0] ?? '';
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true });
});

interface Look {
  dark?: boolean;
  dir?: 'ltr' | 'rtl';
  width?: number;
  height?: number;
}

const readyWhen = { kit: 'Nothing came back.', chat: 'Kiosks take', 'sign-in': 'Send the link' };
type GalleryPage = keyof typeof readyWhen;

async function open(name: GalleryPage, { dir = 'ltr', ...look }: Look = {}): Promise<Page> {
  const page = await newPage(browser, { baseUrl, ...look });
  await page.goto(`/?page=${name}&dir=${dir}`);
  await page.getByText(readyWhen[name]).first().waitFor();
  await page
    .locator('pre')
    .first()
    .waitFor({ state: name === 'sign-in' ? 'detached' : 'visible' });
  return page;
}

describe.each(Object.keys(readyWhen) as GalleryPage[])('the page %s', (name) => {
  it('is sound in both schemes, both directions and at both sizes', async () => {
    const page = await open(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const dir of ['ltr', 'rtl']) {
        await page.evaluate((direction) => document.documentElement.setAttribute('dir', direction), dir);
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 740 });
          const look = `${colorScheme} ${dir} ${width} px`;
          // What measures itself follows a moment after the window.
          await expect.poll(() => widerThanPage(page), { message: look }).toEqual([]);
          await expectAxeClean(page).catch((error) => expect.fail(`${look}: ${error.message}`));
        }
      }
    }
  });

  it('fits at 200 % zoom', async () => {
    const page = await open(name, { width: 640, height: 400 });
    expect(await widerThanPage(page)).toEqual([]);
  });

  it.each([
    { width: 1280, dir: 'ltr' },
    { width: 360, dir: 'rtl', dark: true },
  ] as const)('shows where the focus is on every tab stop at $width px', async (look) => {
    const page = await open(name, look);
    const stops = await tabStops(page);
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.filter(({ visible }) => !visible).map(({ html }) => html)).toEqual([]);
  });
});

/** What reaches over the edge of the page, apart from what scrolls inside its own frame. */
function widerThanPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      if (scrolls(element.parentElement)) return false;
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > room + 1 || left < -1);
    });
    return ['the page', ...wide.map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Every stop of the Tab key, and whether the focus makes a difference to what is drawn there. */
async function tabStops(page: Page): Promise<{ html: string; visible: boolean }[]> {
  const stops = [];
  const stopsMax = 200;
  while (stops.length < stopsMax) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body || element.dataset.seen) return null;
      const parts = [
        element,
        element.nextElementSibling,
        element.parentElement,
        element.parentElement?.parentElement,
      ];
      const drawn = () =>
        JSON.stringify(
          parts.map((part) => {
            if (!part) return '';
            const { outline, outlineWidth, boxShadow, borderColor } = getComputedStyle(part);
            return [outlineWidth === '0px' ? '' : outline, boxShadow, borderColor];
          }),
        );
      element.dataset.seen = 'yes';
      const focused = drawn();
      element.blur();
      const blurred = drawn();
      element.focus();
      return { html: element.outerHTML.slice(0, 160), visible: focused !== blurred };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

describe('the keyboard', () => {
  const focusedText = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
  const expectFocus = (page: Page, text: string) => expect.poll(() => focusedText(page)).toBe(text);
  const dialogs = (page: Page) => page.getByRole('dialog');

  it.each(['ltr', 'rtl'] as const)('works the command palette from the account menu in %s', async (dir) => {
    const page = await open('kit', { dir });
    await page.getByRole('button', { name: 'Account of Ada Okafor' }).focus();
    await page.keyboard.press('Enter');
    await expectFocus(page, 'Account');
    await expectAxeClean(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectFocus(page, 'Search commands');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expectFocus(page, 'Search commands');
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await dialogs(page).waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        page.getByRole('button', { name: 'Account of Ada' }).evaluate((el) => el === document.activeElement),
      )
      .toBe(true);
  });

  it('runs a command, and says that nothing fits where nothing does', async () => {
    const page = await open('kit', { dark: true, width: 360 });
    await page.keyboard.press('Control+k');
    await expectFocus(page, 'Search commands');
    await page.keyboard.type('nothing like it');
    await expectAxeClean(page);
    await page.getByRole('combobox').fill('toast');
    await page.keyboard.press('Enter');
    await page.getByText('You can go on.').waitFor();
    await expectAxeClean(page);
    expect(await dialogs(page).count()).toBe(0);
  });

  it('lists the palette among the shortcuts, and gives the focus back after the list', async () => {
    const page = await open('kit');
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('?');
    await dialogs(page).getByText('Commands').waitFor();
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await expectFocus(page, 'Menu');
  });

  it('goes through a menu with the arrows, and back to its button with Escape', async () => {
    const page = await open('kit');
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await expectFocus(page, 'Rename');
    await page.keyboard.press('ArrowDown');
    await expectFocus(page, 'Duplicate');
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await expectFocus(page, 'Menu');
  });

  it('closes only the top layer on Escape: the question, then the drawer below it', async () => {
    const page = await open('chat', { width: 360, height: 740, dir: 'rtl' });
    await page.getByRole('button', { name: 'Open conversations' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Conversations' });
    await drawer.getByRole('button', { name: 'Delete the list' }).focus();
    await page.keyboard.press('Enter');
    await expectFocus(page, 'Keep it');
    await page.keyboard.press('Control+k');
    expect(await page.getByRole('combobox').count()).toBe(0);
    await expectAxeClean(page);
    await page.keyboard.press('Escape');
    await expectFocus(page, 'Delete the list');
    expect(await dialogs(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await expectFocus(page, 'Open conversations');
    expect(await dialogs(page).count()).toBe(0);
  });
});

describe('from right to left', () => {
  it('turns the page, the arrows and the place of the navigation', async () => {
    const page = await open('chat', { dir: 'rtl' });
    const previous = page.getByRole('button', { name: 'Previous version' });
    const next = page.getByRole('button', { name: 'Next version' });
    const [one, other] = await Promise.all([previous.boundingBox(), next.boundingBox()]);
    expect(one?.x).toBeGreaterThan(other?.x ?? Number.POSITIVE_INFINITY);
    expect(await next.locator('svg').evaluate((icon) => getComputedStyle(icon).transform)).toBe(
      'matrix(-1, 0, 0, 1, 0, 0)',
    );
    const navigation = await page.getByRole('navigation', { name: 'Conversations' }).boundingBox();
    expect(navigation?.x).toBeGreaterThan(900);
  });
});

describe('on paper', () => {
  it('is black on white in the dark, without anything to press', async () => {
    const page = await open('chat', { dark: true });
    await page.emulateMedia({ media: 'print' });
    const colors = () =>
      page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
    await expect.poll(colors).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    expect(await page.locator('button:visible, textarea:visible, nav:visible').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.locator('time:visible').count()).toBe(1);
    expect(await widerThanPage(page)).toEqual([]);
  });

  it('shows all messages, whole tables and the addresses of links', async () => {
    const page = await open('chat', { width: 700, height: 400 });
    await page.emulateMedia({ media: 'print' });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter(
          (element) =>
            getComputedStyle(element).overflow !== 'visible' && element.scrollHeight > element.clientHeight,
        )
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cut).toEqual([]);
    const addresses = await page.evaluate(() =>
      [...document.querySelectorAll('article a')].map((link) => getComputedStyle(link, '::after').content),
    );
    expect(addresses).toEqual(['" (https://bakery.example/prices/2026?page=2)"', 'none']);
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.length).toBeGreaterThan(10_000);
  });
});

describe('before the first paint', () => {
  it.each([
    { chosen: 'dark', dark: false, paper: 'rgb(26, 25, 22)' },
    { chosen: 'light', dark: true, paper: 'rgb(252, 250, 245)' },
    { chosen: 'auto', dark: true, paper: 'rgb(26, 25, 22)' },
  ])('the page has the colours that were chosen: $chosen', async ({ chosen, dark, paper }) => {
    const page = await newPage(browser, { baseUrl, dark });
    allowProblem(page, /index-.*\.js/);
    // The app's own script never comes: what is painted is what there is before it.
    await page.route(/assets\/index-[^/]*\.js/, (route) => route.abort());
    await page.addInitScript((value) => localStorage.setItem('commons:color-scheme', value), chosen);
    await page.goto('/');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(paper);
  });
});
