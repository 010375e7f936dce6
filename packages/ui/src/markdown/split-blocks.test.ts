import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from './split-blocks.ts';

describe('splitBlocks', () => {
  it('loses nothing', () => {
    const line = fc.constantFrom(
      '',
      'text',
      '- item',
      '1. one',
      '```',
      '~~~',
      '> quote',
      '    code',
      '| a |',
      '# h',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        expect(splitBlocks(text).join('\n')).toBe(text);
      }),
    );
  });

  it('never changes a block that is followed by another when the text grows', () => {
    const text = 'One.\n\nTwo with `code`.\n\n```js\na\n\nb\n```\n\n- x\n\n- y\n\nEnd.';
    let before: string[] = [];
    for (let length = 1; length <= text.length; length++) {
      const blocks = splitBlocks(text.slice(0, length));
      const settled = before.slice(0, -1);
      expect(blocks.slice(0, settled.length)).toEqual(settled);
      before = blocks;
    }
    expect(before).toHaveLength(4);
  });

  it('keeps a fence in one piece, blank lines included', () => {
    expect(splitBlocks('```\na\n\nb\n```')).toHaveLength(1);
    expect(splitBlocks('````\n```\n\nb\n````')).toHaveLength(1);
  });

  it('keeps a list in one piece, however loose', () => {
    expect(splitBlocks('1. one\n\n2. two\n\n   more of two')).toHaveLength(1);
  });

  it('does not cut a text whose links are defined elsewhere', () => {
    expect(splitBlocks('See [the list][1].\n\nMore.\n\n[1]: https://example.com')).toHaveLength(1);
  });
});
