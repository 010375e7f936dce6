import { describe, expect, it } from 'vitest';
import { contentWords } from './words.ts';

describe('the words that carry meaning', () => {
  it.each([
    ['What are our Prices?', ['pric']],
    ['shipping ships shipped', ['shipp', 'ship', 'shipp']],
    ['Café crème', ['caf', 'crem']],
    ['policies and policy', ['policy', 'policy']],
    ['the of and', []],
  ])('of %j are %j', (text, words) => {
    expect(contentWords(text)).toEqual(words);
  });
});
