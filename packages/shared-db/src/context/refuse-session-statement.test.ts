import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedStatementError } from './context-errors.ts';
import { refuseSessionStatement } from './refuse-session-statement.ts';

const gap = fc
  .array(
    fc.constantFrom(
      ' ',
      '\n',
      '\t',
      '\r',
      '\f',
      ';',
      '-- select\n',
      '--\r',
      '/**/',
      '/* /* select */ */',
      '/*/**/-- */',
    ),
  )
  .map((parts) => parts.join(''));

describe('a statement that acts on transaction, connection or login', () => {
  it.each([
    ...['begin', 'start transaction', 'commit', 'end', 'rollback', 'abort', 'savepoint a', 'release a'],
    ...['prepare a as select 1', `prepare transaction 'a'`, 'execute a', 'deallocate all', 'discard all'],
    ...['declare a cursor with hold for select 1', 'fetch a', 'move a', 'close a', 'listen a', 'unlisten a'],
    ...['copy users to stdout', 'do $$ begin end $$', 'call a()', `load 'a'`, 'alter role a reset all'],
  ])('is refused however it is dressed up: %s', (statement) => {
    fc.assert(
      fc.property(gap, fc.boolean(), (before, loud) => {
        const text = before + (loud ? statement.toUpperCase() : statement);
        expect(() => refuseSessionStatement(text)).toThrow(RefusedStatementError);
      }),
    );
  });

  it.each([
    '',
    '--',
    '/*',
    '/* commit */ select 1',
    'select 1; commit',
    '"commit"',
    'commits',
    'set local x.y = 1',
  ])('is not what this is: %s', (text) => {
    expect(() => refuseSessionStatement(text)).not.toThrow();
  });
});
