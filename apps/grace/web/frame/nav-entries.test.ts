import { IconUser } from '@tabler/icons-react';
import { describe, expect, it } from 'vitest';
import { groupsFor, navGroups } from './nav-entries.ts';

const seenBy = (rights: Parameters<typeof groupsFor>[0]) =>
  groupsFor(rights).flatMap(({ entries }) => entries.map(({ to }) => to));
const everything = navGroups.flatMap(({ entries }) => entries);

describe('the navigation', () => {
  it('shows the holder every page, each once', () => {
    const scopes = ['medications', 'notes', 'chat_summaries', 'chat_transcripts', 'emergency_card'] as const;
    const paths = seenBy({ rights: { isHolder: true, level: 'manage', scopes: [...scopes], endsAt: null } });

    expect(paths).toEqual(everything.map(({ to }) => to));
    expect(new Set(paths).size).toBe(paths.length);
    expect(everything.every(({ Icon }) => typeof Icon === typeof IconUser)).toBe(true);
  });

  it('shows a caregiver the pages of their scopes, and none that is the holder’s', () => {
    const paths = seenBy({ rights: { isHolder: false, level: 'view', scopes: ['notes'], endsAt: null } });

    for (const { to, scopes, isHolders } of everything) {
      expect(paths.includes(to)).toBe(!isHolders && (!scopes || scopes.includes('notes')));
    }
  });

  it('shows nothing of a person whom the caller does not see', () => {
    expect(groupsFor(undefined)).toEqual([]);
  });
});
