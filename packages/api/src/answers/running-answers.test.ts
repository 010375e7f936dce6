import { describe, expect, it } from 'vitest';
import { RunningAnswer } from './running-answer.ts';
import { RunningAnswers } from './running-answers.ts';

describe('the register of running answers', () => {
  it('knows an answer for as long as it is written', async () => {
    const running = new RunningAnswers();
    const answer = new RunningAnswer('a');
    {
      using _registered = running.register(answer);
      expect(running.find('a')).toBe(answer);
    }

    expect(running.find('a')).toBeUndefined();
    await answer.finished;
  });

  it('keeps a successor when the predecessor goes', () => {
    const running = new RunningAnswers();
    const [first, second] = [new RunningAnswer('a'), new RunningAnswer('a')];
    const registered = running.register(first);
    using _successor = running.register(second);
    registered[Symbol.dispose]();

    expect(running.find('a')).toBe(second);
  });

  it('ends all at shutdown and waits for each', async () => {
    const running = new RunningAnswers();
    const answers = [new RunningAnswer('a'), new RunningAnswer('b')];
    const registered = answers.map((answer) => running.register(answer));
    let hasEnded = false;
    const ending = running.endAll(AbortSignal.abort()).then(() => {
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
    const running = new RunningAnswers();
    const answers = [new RunningAnswer('a'), new RunningAnswer('b')];
    const registered = answers.map((answer) => running.register(answer));
    const ending = running.endAll(hurry.signal);
    registered[0]?.[Symbol.dispose]();
    expect(answers.map(({ endReason }) => endReason)).toEqual([undefined, undefined]);
    hurry.abort();

    expect(answers[1]?.endReason).toBe('shutdown');
    registered[1]?.[Symbol.dispose]();
    await ending;
  });
});
