import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLoginPasswords } from './login-passwords.ts';

describe('keepLoginPasswords', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commons-passwords-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes three long passwords once and keeps them where only their owner reads', () => {
    const file = join(folder, 'deep/logins.json');
    const passwords = keepLoginPasswords(file);
    expect(new Set(Object.values(passwords)).size).toBe(3);
    for (const password of Object.values(passwords)) expect(password).toMatch(/^[\w-]{32}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keepLoginPasswords(file)).toEqual(passwords);
  });

  it('refuses a file that holds something else', () => {
    const file = join(folder, 'logins.json');
    for (const content of ['{}', '', 'no json']) {
      writeFileSync(file, content);
      expect(() => keepLoginPasswords(file)).toThrow(/logins\.json does not hold the passwords .* Delete it/);
    }
  });
});
