import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueActivities } from '../db/seed/activities.ts';
import { catalogueTopics } from '../db/seed/topics.ts';
import { avoidedTerms, type SuggestionMaterial, suggest } from './suggest.ts';
import type { LifeStoryEntry, TopicPreference } from './topic.ts';
import { mentions } from './words.ts';

const story: LifeStoryEntry[] = [
  'Margaret worked as a nurse at the infirmary in Leeds.',
  'She grew roses behind the house and gave them to the neighbours.',
  'Every summer the family took the train to Whitby and sat on the beach.',
  'She sang alto in the church choir.',
  'Her dog Biscuit slept under the kitchen table.',
].map((text, index) => ({
  id: String(index),
  text,
  people: [],
  fromYear: null,
  toYear: null,
  source: 'Amara',
}));

const catalogue = { topics: catalogueTopics, activities: catalogueActivities };
const material = (preferences: TopicPreference[]): SuggestionMaterial => ({
  ...catalogue,
  story,
  preferences,
});

const anySubject = fc.oneof(
  fc.constantFrom(...catalogueTopics.map(({ id }) => ({ topicId: id, words: null }))),
  fc
    .constantFrom(
      'hospitals',
      'the train',
      'dogs',
      'fire',
      'buttons',
      'Leeds',
      'singing',
      'neighbours',
      'photographs',
    )
    .map((words) => ({ topicId: null, words })),
);
const anyPreferences = fc.uniqueArray(
  fc.record({
    subject: anySubject,
    preference: fc.constantFrom('favourite' as const, 'avoid' as const),
  }),
  { maxLength: 8, selector: ({ subject }) => subject.topicId ?? subject.words },
);

describe('suggestions', () => {
  it('have nothing that is avoided, in a title, an opening or a choice, over a thousand starts', () => {
    fc.assert(
      fc.property(anyPreferences, fc.nat(), (chosen, seed) => {
        const preferences = chosen.map(({ subject, preference }) => ({ ...subject, preference }));
        const terms = avoidedTerms(material(preferences));
        for (const { topicId, title, opening, choices } of suggest(material(preferences), seed, 40)) {
          expect(mentions([title, opening, ...choices].join('\n'), terms)).toBe(false);
          expect(preferences).not.toContainEqual({ topicId, words: null, preference: 'avoid' });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('leave out what was avoided by another form of the word', () => {
    const avoided: TopicPreference[] = [{ topicId: null, words: 'gardening', preference: 'avoid' }];
    const shown = suggest(material(avoided), 1, 40).map(({ title, opening }) => `${title} ${opening}`);

    expect(shown.filter((text) => /garden/i.test(text))).toEqual([]);
    expect(shown.length).toBeGreaterThan(10);
  });

  it('begin with the life story and what the person likes', () => {
    const likes: TopicPreference[] = [{ topicId: 'music', words: null, preference: 'favourite' }];
    const reasons = suggest(material(likes), 3, 4).map(({ reason }) => reason);

    expect(reasons).toEqual(['story', 'favourite', 'activity', 'topic']);
  });

  it('say who told what they quote, and ask one question each', () => {
    for (const { reason, opening } of suggest(material([]), 5, 40)) {
      expect(opening.match(/\?/g)).toHaveLength(1);
      if (reason === 'story') expect(opening).toContain('from Amara');
    }
  });

  it('are still there when everything of the catalogue is avoided but one thing', () => {
    const avoided = catalogueTopics
      .filter(({ id }) => id !== 'weather')
      .map(({ id }): TopicPreference => ({ topicId: id, words: null, preference: 'avoid' }));

    expect(suggest(material(avoided), 2).map(({ topicId }) => topicId)).toContain('weather');
  });
});
