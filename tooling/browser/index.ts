export type { Browser, Page } from 'playwright-core';
export { expectAxeClean } from './expect-axe-clean.ts';
export { expectFits } from './expect-fits.ts';
export { newPage, newTab, type PageOptions } from './new-page.ts';
export { openBrowser } from './open-browser.ts';
export { type OpenPages, openPages } from './open-pages.ts';
export { allowProblem, expectOnlyOrigin, requestsOf } from './page-record.ts';
export { sizes } from './sizes.ts';
