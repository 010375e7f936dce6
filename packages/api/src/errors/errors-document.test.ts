import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorTable } from './error-table.ts';

const document = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');

function rows(): Map<string, string[]> {
  const cells = document
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+` *\|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(cells.map(([, code = '', ...rest]) => [code.replaceAll('`', ''), rest]));
}

describe('docs/errors.md', () => {
  it('has a row for every code of the vocabulary and no other', () => {
    expect([...rows().keys()].sort()).toEqual(Object.keys(errorTable).sort());
  });

  it.each(Object.entries(errorTable))('tells the truth about %s', (code, { trpc, httpStatus, text }) => {
    expect(rows().get(code)?.slice(0, 3)).toEqual([String(httpStatus), `\`${trpc}\``, text]);
  });
});
