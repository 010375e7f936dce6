import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './to-csv.ts';

describe('a table as CSV', () => {
  it('quotes what would break it, and leaves figures as they are', () => {
    expect(
      toCsv(
        ['Name', 'Amount', 'Note'],
        [
          ['A "b", c', -1, 'two\nlines'],
          ['', 0.5, null],
        ],
      ),
    ).toBe('Name,Amount,Note\r\n"A ""b"", c",-1,"two\nlines"\r\n,0.5,\r\n');
  });

  it.each(['=1+1', '+44 20', '-5', '@SUM(A1)', '\t=1', ' =1', '\r@x', '＝1+1'])(
    'makes no formula of %j',
    (written) => {
      const [, row = ''] = toCsv(['Note'], [[written]]).split(/\r\n(?!$)/);
      expect(row.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('brings no cell that begins like a formula, whatever people write', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const cell = toCsv([], [[written]]).slice(2);
        expect(cell).not.toMatch(/^"?\s*[=+\-@]/);
      }),
    );
  });

  it('brings none either where semicolons or tabs part the cells', () => {
    const unit = fc.constantFrom(...'=+-@;\t\r\n "ab,＝');
    fc.assert(
      fc.property(fc.string({ unit }), (written) => {
        const row = toCsv([], [['first', written]]).slice(2);
        for (const cell of row.split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/);
      }),
    );
  });
});
