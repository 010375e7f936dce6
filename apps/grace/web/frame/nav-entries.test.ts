import { describe, expect, it } from 'vitest';
import { type CareScope, careScopes } from '../../care/schemas.ts';
import { groupsFor } from './nav-entries.ts';

const shownTo = (rights: { isHolder?: boolean; scopes: readonly CareScope[] }) =>
  groupsFor({ rights: { isHolder: false, level: 'view', endsAt: null, ...rights } }).map(
    ({ label, entries }) => [label, entries.map(({ label: page }) => page)],
  );
const whatEverybodySees = ['Care team', 'Reminders', 'About the person', 'Export'];

describe('the navigation', () => {
  it('shows the holder every page', () => {
    expect(shownTo({ isHolder: true, scopes: careScopes })).toEqual([
      ['Every day', ['Today', 'Medicines', 'Notes', 'What is new', 'Company']],
      ['Looking back and ahead', ['Dose history', 'Calendar', 'Stock', 'Taken as planned']],
      ['In an emergency', ['Emergency card', 'Allergies and conditions']],
      [
        'People and settings',
        ['Care team', 'Who read what', 'Life story', 'Reminders', 'About the person', 'Export', 'Time zone'],
      ],
    ]);
  });

  it.each<[CareScope, unknown[]]>([
    ['notes', [['Every day', ['Notes', 'What is new']]]],
    ['chat_summaries', [['Every day', ['What is new', 'Company']]]],
    ['chat_transcripts', [['Every day', ['Company']]]],
    ['emergency_card', [['In an emergency', ['Emergency card']]]],
  ])('shows a caregiver with the scope %s its pages, and none that is the holder’s', (scope, groups) => {
    expect(shownTo({ scopes: [scope] })).toEqual([...groups, ['People and settings', whatEverybodySees]]);
  });

  it('shows a caregiver with the medicines what is about them', () => {
    expect(shownTo({ scopes: ['medications'] })).toEqual([
      ['Every day', ['Today', 'Medicines', 'What is new']],
      ['Looking back and ahead', ['Dose history', 'Calendar', 'Stock', 'Taken as planned']],
      ['In an emergency', ['Allergies and conditions']],
      ['People and settings', [...whatEverybodySees, 'Time zone']],
    ]);
  });

  it('shows nothing of a person whom the caller does not see', () => {
    expect(groupsFor(undefined)).toEqual([]);
  });
});
