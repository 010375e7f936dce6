import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleMarkdown } from './settle-markdown.ts';

describe('settleMarkdown', () => {
  it.each([
    ['closes bold text', 'This is **impor', 'This is **impor**'],
    ['closes bold text before a trailing space', 'This is **very ', 'This is **very**'],
    ['takes an opening mark away that has nothing behind it yet', 'This is **', 'This is '],
    ['closes stressed text', 'Start with *A temp', 'Start with *A temp*'],
    ['closes stressed text inside bold text', '**bold *and', '**bold *and***'],
    ['leaves stressed text alone that is closed', '*One* and *two*, 2 * 3', '*One* and *two*, 2 * 3'],
    ['leaves the stars of a list alone', '* One\n* Two', '* One\n* Two'],
    ['closes inline code', 'Call `run(', 'Call `run(`'],
    ['does not look for bold text inside code', 'Use `a ** b` for powers', 'Use `a ** b` for powers'],
    ['closes what is struck through', 'It costs ~~20', 'It costs ~~20~~'],
    ['shows the text of a link whose address is being written', 'See [the shop](https://exa', 'See the shop'],
    ['shows the words of an image whose address is being written', 'A ![cat](https://exa', 'A cat'],
    ['leaves a finished link alone', 'See [it](https://a.b)', 'See [it](https://a.b)'],
    ['hides a dash that may become a list, a rule or a heading', 'Some text\n-', 'Some text'],
    ['hides a number that may become a list', 'Some text\n\n2.', 'Some text\n'],
    ['hides the beginning of a fence', 'Some text\n\n``', 'Some text\n'],
    ['keeps a table back until its second row is complete', 'Text\n\n| a | b |\n| --- ', 'Text\n'],
    [
      'shows a table once its second row is complete',
      '| a | b |\n| - | - |\n| 1',
      '| a | b |\n| - | - |\n| 1',
    ],
    ['leaves code alone, in which every mark is meant', '```\na ** b', '```\na ** b'],
  ])('%s', (_, text, settled) => {
    expect(settleMarkdown(text)).toBe(settled);
  });

  it('only ever changes the end of a text', () => {
    const part = fc.constantFrom(
      'word ',
      '**',
      '*',
      '`',
      '~~',
      '[a](',
      ')',
      '\n',
      '\n\n',
      '- ',
      '| a |',
      '```\n',
      '#',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = `Start.\n\n${parts.join('')}`;
        const settled = settleMarkdown(text);
        expect(settled.startsWith('Start.')).toBe(true);
        expect(settled.length).toBeLessThanOrEqual(text.length + 6);
      }),
    );
  });
});
