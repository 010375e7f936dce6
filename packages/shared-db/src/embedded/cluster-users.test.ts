import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinCluster } from './cluster-users.ts';

describe('the users of a cluster', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commons-users-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leave it to the last of them to stop it, in whatever order they go', () => {
    const [first, second] = [joinCluster(folder), joinCluster(folder)];
    expect(first()).toBe(false);
    const third = joinCluster(folder);
    expect(second()).toBe(false);
    expect(third()).toBe(true);
  });

  it('do not count when they were killed', () => {
    mkdirSync(join(folder, 'used-by'));
    // No process has an id that large.
    writeFileSync(join(folder, 'used-by/999999999.1'), '');
    expect(joinCluster(folder)()).toBe(true);
  });
});
