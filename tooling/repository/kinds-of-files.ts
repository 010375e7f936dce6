import { posix } from 'node:path';

/** TypeScript that people write. */
export function isSource(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

/** Tests and what only they use, an app's `db/isolation.ts` included. */
export function isTestCode(path: string): boolean {
  const isTest = /\.test\.tsx?$/.test(path) || /(^|\/)e2e\//.test(path) || path.endsWith('/db/isolation.ts');
  return isTest || path.split('/').includes('testing');
}

/** Configuration that a tool loads. */
export function isConfiguration(path: string): boolean {
  return /\.config\.ts$/.test(path);
}

/**
 * Code that runs in a browser: `packages/ui`, and every folder of an app but `server/` and `db/`. A folder beside
 * them that both sides import, for pure functions, is held to the rules of the browser.
 */
export function isWebCode(path: string): boolean {
  if (!isSource(path) || isTestCode(path)) return false;
  return /^packages\/ui\/src\//.test(path) || /^apps\/[^/]+\/(?!server\/|db\/)[^/]+\//.test(path);
}

/** A file of pure zod schemas, which server and forms share. */
export function isSchemas(path: string): boolean {
  return posix.basename(path) === 'schemas.ts';
}
