import { existsSync } from 'node:fs';

const browserTest = /^(.*\/apps\/[^/]+)\/e2e\/[^/]+\.e2e\.test\.tsx?$/;

/** Why an app's browser test cannot begin, in a sentence that says what to do; undefined for every other test. */
export function missingBuild(testPath: string): string | undefined {
  const app = browserTest.exec(testPath.replaceAll('\\', '/'))?.[1];
  if (app === undefined || existsSync(`${app}/web/dist/index.html`)) return undefined;
  return `${app}/web/dist holds no pages that a browser could open. Run pnpm build, then the test again.`;
}
