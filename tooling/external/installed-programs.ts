import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the programs of this machine are that the tests of an external database need. */
export interface InstalledPrograms {
  initdb: string;
  postgres: string;
  pgbouncer: string;
}

/**
 * Finds PostgreSQL of this major version and PgBouncer, in Debian's folders or on the path.
 *
 * @throws naming the Debian packages that are missing
 */
export function installedPrograms(
  major: string,
  path = process.env.PATH ?? '',
  sbin = '/usr/sbin',
): InstalledPrograms {
  const folders = path.split(delimiter);
  const debian = `/usr/lib/postgresql/${major}/bin`;
  const serverFolder = [debian, ...folders].find((folder) => isServer(join(folder, 'postgres'), major));
  const bouncerFolder = [sbin, ...folders].find((folder) => existsSync(join(folder, 'pgbouncer')));
  if (!serverFolder || !bouncerFolder) {
    const missing = [
      ...(serverFolder ? [] : [`postgresql-${major}`]),
      ...(bouncerFolder ? [] : ['pgbouncer']),
    ];
    throw new Error(
      `These tests run on programs of the machine, and it lacks some. On Debian: apt-get install ${missing.join(' ')}`,
    );
  }
  return {
    initdb: join(serverFolder, 'initdb'),
    postgres: join(serverFolder, 'postgres'),
    pgbouncer: join(bouncerFolder, 'pgbouncer'),
  };
}

function isServer(program: string, major: string): boolean {
  if (!existsSync(program)) return false;
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).startsWith(
    `postgres (PostgreSQL) ${major}.`,
  );
}
