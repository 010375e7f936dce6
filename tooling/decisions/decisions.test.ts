import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { decisions } from './index.ts';

const record = (status = 'Accepted') =>
  `# A choice\n\n## Status\n\n${status}\n\n## Context\n\nWhy.\n\n## Decision\n\nWhat.\n\n## Consequences\n\nSo.\n`;

const messages = (files: Record<string, string>) =>
  decisions(repositoryOf(files)).map(({ message }) => message);

describe('the check of decision records', () => {
  it('accepts records with a number each and the four headings', () => {
    const files = {
      'docs/decisions/0001-a.md': record('Superseded by 0002'),
      'docs/decisions/0002-b.md': record(),
    };
    expect(messages(files)).toEqual([]);
  });

  it.each([
    [
      'a missing heading',
      'docs/decisions/0001-a.md',
      record().replace('## Context', ''),
      /Status, Decision, Consequences/,
    ],
    ['a name without a number', 'docs/decisions/a.md', record(), /named NNNN-what\.md/],
    ['a long record', 'docs/decisions/0001-a.md', record() + 'more\n'.repeat(60), /Over 60 lines/],
    [
      'a successor that does not exist',
      'docs/decisions/0001-a.md',
      record('Superseded by 0009'),
      /superseded by 0009/,
    ],
  ])('finds %s', (_what, path, text, says) => {
    expect(messages({ [path]: text })).toEqual([expect.stringMatching(says)]);
  });

  it('finds a number that was given twice', () => {
    const files = { 'docs/decisions/0001-a.md': record(), 'docs/decisions/0001-b.md': record() };
    expect(messages(files)).toEqual(Array(2).fill(expect.stringMatching(/number 0001 is taken/)));
  });
});
