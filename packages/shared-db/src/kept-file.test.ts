import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptFile } from './kept-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commons-kept-'));
  file = join(folder, 'deep', 'secret');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is made once, and read by its owner only', () => {
  expect(keptFile(file, () => 'first')).toBe('first');
  expect(keptFile(file, () => 'second')).toBe('first');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['secret']);
});

it('is what the faster of two processes made, to both of them', () => {
  const slower = keptFile(file, () => {
    expect(keptFile(file, () => 'faster')).toBe('faster');
    return 'slower';
  });
  expect(slower).toBe('faster');
  expect(readFileSync(file, 'utf8')).toBe('faster');
});

it('leaves nothing when it cannot be made', () => {
  const make = () => {
    throw new Error('no');
  };
  expect(() => keptFile(file, make)).toThrow('no');
  expect(readdirSync(join(folder, 'deep'))).toEqual([]);
});
