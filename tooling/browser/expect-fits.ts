import type { Page } from 'playwright-core';

/** Fails if the page is wider than its window, so that people would have to scroll sideways. */
export async function expectFits(page: Page): Promise<void> {
  const [content, room] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, innerWidth]',
  );
  if (content > room) throw new Error(`${page.url()} is ${content} px wide in a window of ${room} px.`);
}
