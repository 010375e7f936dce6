import { describe, expect, it } from 'vitest';
import { endAllRunning, findRunning, RunningAnswer, register } from './running-answer.ts';

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

describe('the register of running answers', () => {
  it('knows an answer for as long as it is written', async () => {
    const answer = new RunningAnswer('a');
    {
      using _registered = register(answer);
      expect(findRunning('a')).toBe(answer);
    }

    expect(findRunning('a')).toBeUndefined();
    await answer.finished;
  });

  it('keeps a successor when the predecessor goes', () => {
    const [first, second] = [new RunningAnswer('a'), new RunningAnswer('a')];
    const registered = register(first);
    using _successor = register(second);
    registered[Symbol.dispose]();

    expect(findRunning('a')).toBe(second);
  });

  it('ends all at shutdown and waits for each', async () => {
    const answers = [new RunningAnswer('a'), new RunningAnswer('b')];
    const registered = answers.map(register);
    let hasEnded = false;
    const ending = endAllRunning(AbortSignal.abort()).then(() => {
      hasEnded = true;
    });

    expect(answers.map(({ endReason }) => endReason)).toEqual(['shutdown', 'shutdown']);
    registered[0]?.[Symbol.dispose]();
    await answers[0]?.finished;
    expect(hasEnded).toBe(false);
    registered[1]?.[Symbol.dispose]();
    await ending;
  });

  it('lets all finish at shutdown until it is time to hurry', async () => {
    const hurry = new AbortController();
    const answers = [new RunningAnswer('a'), new RunningAnswer('b')];
    const registered = answers.map(register);
    const ending = endAllRunning(hurry.signal);
    registered[0]?.[Symbol.dispose]();
    expect(answers.map(({ endReason }) => endReason)).toEqual([undefined, undefined]);
    hurry.abort();

    expect(answers[1]?.endReason).toBe('shutdown');
    registered[1]?.[Symbol.dispose]();
    await ending;
  });
});
