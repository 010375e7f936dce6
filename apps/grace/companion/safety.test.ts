import { describe, expect, it } from 'vitest';
import { findTrigger } from './safety.ts';
import { safetyPhrases } from './safety-phrases.ts';

const kindOf = (text: string) => findTrigger(text)?.kind;

describe('safety phrases', () => {
  it.each(safetyPhrases.flatMap(({ kind, wordings }) => wordings.map((wording) => [wording, kind] as const)))(
    '“%s” is noticed',
    (wording, kind) => {
      expect(kindOf(wording)).toBe(kind);
      expect(kindOf(`Oh dear. ${wording.toUpperCase()}!`)).toBe(kind);
    },
  );

  it.each([
    ["I can't breathe", 'emergency'],
    ['I can’t really breathe.', 'emergency'],
    ['Help! Help!', 'distress'],
    ['I just fell in the kitchen', 'fall'],
    ["I've fallen over and my hip hurts", 'fall'],
    ['Ive fallen', 'fall'],
    ["please, I can't get up", 'fall'],
    ['I don’t want to live', 'distress'],
    ["I don't know where I am", 'distress'],
    ['I have had such a pain in my chest since lunch', 'emergency'],
    ['I fell. When I was six I fell too.', 'fall'],
  ])('however it is said: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    'I have not fallen.',
    "I haven't fallen in years",
    'I fell in love with him at once',
    'I fell asleep in the chair',
    'The leaves have fallen',
    'When I was six I fell out of the apple tree',
    "I can't get up early any more",
    'There is a fire in the fireplace',
    'I am lost for words',
    'I am scared of spiders',
    'My mother called the doctor',
    'I need help with the crossword',
    'That joke nearly killed me',
    'My chest of drawers is oak',
    'I would die for a piece of cake',
    'My knee is hurting me',
    'I am afraid not',
    '',
  ])('a near miss is no alarm: %s', (text) => {
    expect(findTrigger(text)).toBeUndefined();
  });

  it('names the most urgent of several, as the list has it', () => {
    expect(findTrigger('I fell and now I cannot breathe')).toEqual({
      kind: 'emergency',
      phrase: 'I cannot breathe',
      phrasesVersion: 1,
    });
  });

  it('has each wording once', () => {
    const all = safetyPhrases.flatMap(({ wordings }) => wordings);
    expect(new Set(all).size).toBe(all.length);
  });
});
