import { allowProblem, type Page } from '@commons/tooling/browser';

/** Takes a page's connection away; what its console says of that is no problem. */
export async function goOffline(page: Page): Promise<void> {
  for (const problem of [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /ERR_FAILED/, /ERR_ABORTED/])
    allowProblem(page, problem);
  await page.context().setOffline(true);
}
