import { describe, expect, it } from 'vitest';
import { findRevision } from './compare-ledger.ts';

const migrations = [
  { module: 'shared-db', revision: '20260101T0000_users' },
  { module: 'chidi', revision: '20260101T0000_users' },
  { module: 'chidi', revision: '20260102T0000_messages' },
  { module: 'chidi', revision: '20260102T0000_more' },
];

describe('findRevision', () => {
  it.each([
    ['20260102T0000_messages', 2],
    ['chidi/20260101T0000_users', 1],
    ['shared-db/20260101T0000_users', 0],
  ])('finds %s', (wanted, index) => {
    expect(findRevision(migrations, wanted)).toBe(migrations[index]);
  });

  it.each(['20260101T0000_users', '20260101T0000', '20260102T0000'])(
    'asks which one “%s” means',
    (wanted) => {
      expect(() => findRevision(migrations, wanted)).toThrow(
        /fits more than one revision: .*, chidi\/.*Name it in full/,
      );
    },
  );

  it.each(['', '2026', 'users', '20260102T0000_mess', '*'])('does not guess what “%s” means', (wanted) => {
    expect(() => findRevision(migrations, wanted)).toThrow(/There is no revision/);
  });
});
