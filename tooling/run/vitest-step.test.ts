import { describe, expect, it } from 'vitest';
import { outcomeOf, type VitestReport } from './vitest-step.ts';

const report = (part: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...part,
});

describe('the count of a vitest run', () => {
  it('counts each test as one', () => {
    expect(outcomeOf(report({ numFailedTests: 2 }), 1, '')).toMatchObject({ passed: 3, failed: 2 });
  });

  it('counts a test that was left out as failed', () => {
    expect(outcomeOf(report({ numPendingTests: 1, numTodoTests: 1 }), 0, '')).toMatchObject({ failed: 2 });
  });

  it('counts a file that did not load as failed', () => {
    const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
    expect(outcomeOf(report({ testResults }), 1, '')).toMatchObject({ failed: 1 });
    expect(outcomeOf(report({ testResults, numFailedTests: 2 }), 1, '')).toMatchObject({ failed: 3 });
  });

  it('counts a run that failed outside of its tests as failed', () => {
    expect(outcomeOf(report({}), 1, '')).toMatchObject({ passed: 3, failed: 1 });
  });
});
