import { describe, expect, it } from 'vitest';
import { RunningAnswer } from './running-answer.ts';

describe('a running answer', () => {
  it('wakes those who wait at every piece and at its end', async () => {
    const answer = new RunningAnswer('a');
    const first = answer.changed;
    answer.stored('Rye');
    await first;
    const second = answer.changed;
    answer.finish();
    await second;

    expect([answer.text, answer.done]).toEqual(['Rye', true]);
  });

  it('keeps the first reason for its end', () => {
    const answer = new RunningAnswer('a');
    answer.end('stopped');
    answer.end('shutdown');

    expect([answer.endReason, answer.signal.aborted]).toEqual(['stopped', true]);
  });
});
