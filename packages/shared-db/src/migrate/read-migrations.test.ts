import { describe, expect, it } from 'vitest';
import { TemporaryModule } from '../../testing/temporary-module.ts';
import { readMigrations } from './read-migrations.ts';

describe('readMigrations', () => {
  it('reads module by module, oldest first', () => {
    using one = new TemporaryModule('one', {
      '20260102T0000_b': { up: 'b' },
      '20260101T0000_a': { up: 'a' },
    });
    using two = new TemporaryModule('two', { '20250101T0000_c': { up: 'c' } });
    expect(readMigrations([one, two]).map(({ module, up }) => `${module} ${up}`)).toEqual([
      'one a',
      'one b',
      'two c',
    ]);
  });

  it('gives another checksum when either file changes, and when text moves between them', () => {
    using module = new TemporaryModule('one');
    const checksumOf = (up: string, down: string) => {
      module.write('20260101T0000_a', up, down);
      return readMigrations([module])[0]?.checksum;
    };
    const sums = [checksumOf('a', 'b'), checksumOf('ab', ''), checksumOf('', 'ab'), checksumOf('a', 'c')];
    expect(new Set(sums).size).toBe(4);
    expect(checksumOf('a', 'b')).toBe(sums[0]);
  });

  it('finds nothing where there is no folder', () => {
    using module = new TemporaryModule('one');
    expect(readMigrations([module])).toEqual([]);
  });

  it.each(['add_notes', '20260101_notes', '20260101T0000_Notes', '20260101T0000'])(
    'refuses the name %s',
    (name) => {
      using module = new TemporaryModule('one', { [name]: { up: '' } });
      expect(() => readMigrations([module])).toThrow(/is no name for a migration. Name it like/);
    },
  );

  it('says which file is missing', () => {
    using module = new TemporaryModule('one', { '20260101T0000_a': { up: '' } });
    module.remove('20260101T0000_a', 'down.sql');
    expect(() => readMigrations([module])).toThrow(
      /20260101T0000_a is incomplete: .*down\.sql is missing. Restore it from git/,
    );
  });
});
