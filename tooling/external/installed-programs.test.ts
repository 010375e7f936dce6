import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedPrograms } from './installed-programs.ts';

// A version that Debian's folders do not hold, so that only the path decides.
const major = '99';

describe('the programs of the machine', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commons-programs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function install(program: string, version = '') {
    const file = join(folder, program);
    writeFileSync(file, `#!/bin/sh\necho "${version}"\n`);
    chmodSync(file, 0o755);
  }
  const find = () => installedPrograms(major, ['/nowhere', folder].join(delimiter), '/nowhere');

  it('are found on the path', () => {
    install('postgres', 'postgres (PostgreSQL) 99.1');
    install('pgbouncer');
    expect(find()).toEqual({
      initdb: join(folder, 'initdb'),
      postgres: join(folder, 'postgres'),
      pgbouncer: join(folder, 'pgbouncer'),
    });
  });

  it('are asked for by the names of their packages', () => {
    expect(find).toThrow('On Debian: apt-get install postgresql-99 pgbouncer');
    install('pgbouncer');
    expect(find).toThrow(/apt-get install postgresql-99$/);
  });

  it('are not mistaken for another version', () => {
    install('postgres', 'postgres (PostgreSQL) 98.7');
    install('pgbouncer');
    expect(find).toThrow(/apt-get install postgresql-99$/);
  });
});
