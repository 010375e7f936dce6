import { posix } from 'node:path';

/** TypeScript that people write. */
export function isSource(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

/** Tests and what only they use. */
export function isTestCode(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.split('/').includes('testing') || /(^|\/)e2e\//.test(path);
}

/** Configuration that a tool loads. */
export function isConfiguration(path: string): boolean {
  return /\.config\.ts$/.test(path);
}

/** Code that runs in a browser. */
export function isWebCode(path: string): boolean {
  return isSource(path) && !isTestCode(path) && /^(apps\/[^/]+\/web|packages\/ui\/src)\//.test(path);
}

/** A file of pure zod schemas, which server and forms share. */
export function isSchemas(path: string): boolean {
  return posix.basename(path) === 'schemas.ts';
}
