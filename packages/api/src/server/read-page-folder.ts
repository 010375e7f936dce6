import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMimeType } from 'hono/utils/mime';

/** A file of a built frontend and the compressed forms that the build put beside it. */
export interface PageFile {
  path: string;
  contentType: string;
  etag: string;
  /** Its name holds a hash of its content, so it never changes. */
  immutable: boolean;
  /** Best first. */
  encodings: { encoding: string; path: string }[];
}

/** A built frontend as a list: what is not in it does not exist, so no path can lead out of the folder. */
export interface PageFolder {
  index: string;
  files: ReadonlyMap<string, PageFile>;
}

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Lists a built frontend; undefined when it has not been built. */
export function readPageFolder(folder: URL): PageFolder | undefined {
  const root = fileURLToPath(folder);
  const indexPath = join(root, 'index.html');
  if (!existsSync(indexPath)) return undefined;
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz|map)$/.test(entry.name) && entry.name !== 'index.html')
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map((path) => [relative(root, path).split(sep).join('/'), describe(path)] as const);
  return { index: readFileSync(indexPath, 'utf8'), files: new Map(files) };
}

function describe(path: string): PageFile {
  return {
    path,
    contentType: getMimeType(path) ?? typeOf(path),
    etag: `"${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 27)}"`,
    immutable: path.includes(`${sep}assets${sep}`) && /-[\w-]{8,}\.\w+$/.test(path),
    encodings: encodings
      .filter(([, suffix]) => existsSync(path + suffix))
      .map(([encoding, suffix]) => ({ encoding, path: path + suffix })),
  };
}

function typeOf(path: string): string {
  return extname(path) === '.webmanifest' ? 'application/manifest+json' : 'application/octet-stream';
}
