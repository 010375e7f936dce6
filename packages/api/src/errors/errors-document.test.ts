import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byDatabaseCode } from './database-error.ts';
import { errorTable } from './error-table.ts';

const document = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');

function rows(): Map<string, string[]> {
  const cells = document
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+` *\|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(cells.map(([, code = '', ...rest]) => [code.replaceAll('`', ''), rest]));
}

const sqlStates = Object.entries(byDatabaseCode).filter(([code]) => /^\d/.test(code));

describe('docs/errors.md', () => {
  it('has a row for every code of the vocabulary and no other', () => {
    expect([...rows().keys()].sort()).toEqual(Object.keys(errorTable).sort());
  });

  it.each(Object.entries(errorTable))('tells the truth about %s', (code, { trpc, httpStatus, text }) => {
    expect(rows().get(code)?.slice(0, 3)).toEqual([String(httpStatus), `\`${trpc}\``, text]);
  });

  it.each(sqlStates)('names %s where it says when it is answered', (sqlState, { code }) => {
    expect(rows().get(code)?.[3]).toContain(sqlState);
  });
});
