import { describe, expect, it } from 'vitest';
import { businessFacts } from '../business-facts.ts';
import { factsOn } from './facts-on.ts';

const composition = (topic: string | undefined) => ({
  question: '',
  topic,
  sections: [],
  facts: businessFacts([]),
  previousAnswer: undefined,
});
const offer = ['Soy candles.', 'Refills cost £9.', 'Gift boxes.'];

describe('the facts for a draft', () => {
  it.each([
    ['gift boxes', ['Gift boxes.', 'Soy candles.']],
    ['zebras', ['Soy candles.', 'Refills cost £9.']],
    [undefined, ['Soy candles.', 'Refills cost £9.']],
  ])('on %j are %j', (topic, facts) => {
    expect(factsOn(composition(topic), offer, '[offer]')).toEqual(facts);
  });

  it('are a blank to fill in where there are none', () => {
    expect(factsOn(composition('gifts'), [], '[offer]')).toEqual(['[offer]']);
  });
});
