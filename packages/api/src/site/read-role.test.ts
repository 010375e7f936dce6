import { describe, expect, it } from 'vitest';
import { readRole } from './read-role.ts';

describe('the role of a process', () => {
  it('is everything, unless somebody says otherwise', () => {
    expect(readRole([], undefined)).toEqual({ role: 'all', isChosen: false });
    expect(readRole([], '')).toEqual({ role: 'all', isChosen: false });
  });

  it('is what the command line says, and else the environment', () => {
    expect(readRole(['--role', 'web'], 'worker')).toEqual({ role: 'web', isChosen: true });
    expect(readRole(['--', '--role=worker'], undefined)).toEqual({ role: 'worker', isChosen: true });
    expect(readRole([], 'all')).toEqual({ role: 'all', isChosen: true });
  });

  it('is refused by name when there is no such role', () => {
    expect(() => readRole(['--role', 'boss'], undefined)).toThrow('--role must be one of web, worker, all.');
    expect(() => readRole([], 'boss')).toThrow('COMMONS_ROLE must be one of web, worker, all.');
    expect(() => readRole(['--rolle', 'web'], undefined)).toThrow(/Unknown option '--rolle'/);
  });
});
