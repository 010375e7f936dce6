import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { businessFunctions, temperaments } from './persona.ts';
import { searchPersonas } from './search.ts';

const found = (text: string) => searchPersonas(catalogue, { text }).map(({ code }) => code);

describe('searching personas', () => {
  it('lists everybody by name while nothing is asked for', () => {
    const names = searchPersonas(catalogue, { text: '  ' }).map(({ name }) => name);

    expect(names).toHaveLength(catalogue.length);
    expect(names.slice(0, 2)).toEqual(['Agnieszka Wrona', 'Amrita Chaudhuri']);
  });

  it.each([
    ['lochlainn', 'delphi_moderator'],
    ['PÁDRAIG', 'delphi_moderator'],
    ['ines', 'story_backwards'],
    ['Chloe', 'decision_analyst'],
    ['mensah boateng', 'honest_friend'],
    ['Zara', 'growth_hacker'],
  ])('finds a person by a name without its accents and capitals: %s', (text, code) => {
    expect(found(text)[0]).toBe(code);
  });

  it('finds other forms of a word, and the beginning of one', () => {
    expect(found('hiring')).toContain('hiring_sceptic');
    expect(found('candidates')).toContain('hiring_sceptic');
    expect(found('dement')).toEqual(['care_planner']);
  });

  it('sets a name above a keyword, and a keyword above what is mentioned in passing', () => {
    const entry = {
      name: 'A',
      job: '',
      expertise: '',
      keywords: [],
      method: '',
      businessFunction: 'law',
      temperament: 'dry',
      adversarial: false,
    } as const;
    const mentioned = { ...entry, expertise: 'Roses and their thorns' };
    const keyword = { ...entry, name: 'B', keywords: ['rose'] };
    const named = { ...entry, name: 'Rose C' };

    expect(searchPersonas([mentioned, entry, keyword, named], { text: 'rose' })).toEqual([
      named,
      keyword,
      mentioned,
    ]);
  });

  it('demands every word', () => {
    expect(found('mother sister')).toEqual(['family_mediator']);
    expect(found('mother zeppelin')).toEqual([]);
  });

  it('lets nobody through whom a filter keeps out, and nobody stay out otherwise', () => {
    const anySearch = fc.record(
      {
        text: fc.constantFrom('', 'money', 'who', 'care'),
        businessFunction: fc.constantFrom(...businessFunctions),
        temperament: fc.constantFrom(...temperaments),
        adversarial: fc.boolean(),
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(anySearch, ({ text, ...filters }) => {
        const expected = searchPersonas(catalogue, { text }).filter((persona) =>
          Object.entries(filters).every(([key, value]) => persona[key as keyof typeof filters] === value),
        );

        expect(searchPersonas(catalogue, { text, ...filters })).toEqual(expected);
      }),
    );
  });
});
