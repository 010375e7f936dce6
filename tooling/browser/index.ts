export type { Browser, Page } from 'playwright-core';
export { expectAxeClean } from './expect-axe-clean.ts';
export { newPage, newTab, type PageOptions } from './new-page.ts';
export { openBrowser } from './open-browser.ts';
export { allowProblem, expectOnlyOrigin, requestsOf } from './page-record.ts';
