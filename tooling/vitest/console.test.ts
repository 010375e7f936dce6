import { describe, expect, it } from 'vitest';
import { expectConsole, settleConsole } from './console.ts';

describe('the console guard', () => {
  it('reports a line that nobody expected', () => {
    console.error('boom %d', 7);
    expect(settleConsole()).toEqual(['console.error printed, and no expectConsole allows it:\nboom 7']);
  });

  it('accepts an expected line', () => {
    expectConsole('warn', /careful/);
    console.warn('careful now');
    expect(settleConsole()).toEqual([]);
  });

  it('reports an expected line that was never printed', () => {
    expectConsole('error', /boom/);
    expect(settleConsole()).toEqual(['console.error was expected to print /boom/, and did not.']);
  });

  it('does not take a warning for an error', () => {
    expectConsole('error', /boom/);
    console.warn('boom');
    expect(settleConsole()).toHaveLength(2);
  });

  it('starts each test with a clean slate', () => {
    console.error('from the first half');
    settleConsole();
    expect(settleConsole()).toEqual([]);
  });
});
