import type { Page } from 'playwright-core';

interface PageRecord {
  requests: string[];
  problems: string[];
  allowed: RegExp[];
}

const records = new WeakMap<Page, PageRecord>();

/** Starts to keep what a page asks the network for and what goes wrong inside it. */
export function recordPage(page: Page): void {
  const record: PageRecord = { requests: [], problems: [], allowed: [] };
  records.set(page, record);
  page.on('request', (request) => record.requests.push(request.url()));
  page.on('pageerror', (error) => record.problems.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    record.problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
}

/** The address of every request that the page has made. */
export function requestsOf(page: Page): string[] {
  return recordOf(page).requests;
}

/** Fails if the page asked any other origin for anything. */
export function expectOnlyOrigin(page: Page, origin: string): void {
  const local = ['data:', 'blob:', 'about:'];
  const foreign = requestsOf(page).filter(
    (url) => new URL(url).origin !== new URL(origin).origin && !local.includes(new URL(url).protocol),
  );
  if (foreign.length > 0) throw new Error(`The page asked foreign origins:\n${foreign.join('\n')}`);
}

/**
 * Says that the page may report this problem, before it does: a refused sign-in logs its 401 to the browser's console.
 *
 * @example
 * allowProblem(page, /401.*\/api\/auth\/sign-in/);
 */
export function allowProblem(page: Page, pattern: RegExp): void {
  recordOf(page).allowed.push(pattern);
}

/** What went wrong inside the page and was not allowed to. */
export function problemsOf(page: Page): string[] {
  const { problems, allowed } = recordOf(page);
  return problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
}

function recordOf(page: Page): PageRecord {
  const record = records.get(page);
  if (!record) throw new Error('This page is not watched: open it with newPage or newTab.');
  return record;
}
