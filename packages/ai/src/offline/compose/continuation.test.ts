import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConversation } from '../read-prompt.ts';
import { composeAnswer } from './compose-answer.ts';
import { composeContinuation } from './continuation.ts';

const system = '## What we sell\nSoy candles. A refill costs £9.';
const asked = { role: 'user' as const, content: 'What does a refill cost?' };
const whole = composeAnswer(readConversation(system, [asked]));
const request = 'Your last message broke off. Continue it exactly where it stopped.';

const continuation = (previous: string, content = request) =>
  composeContinuation(
    readConversation(system, [asked, { role: 'assistant', content: previous }, { role: 'user', content }]),
  );

describe('continuing an offline answer', () => {
  it('gives exactly what is missing, wherever it broke off', () => {
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        (at) => whole.slice(0, at) + continuation(whole.slice(0, at)) === whole,
      ),
    );
  });

  it.each(['continue', 'Please go on!', 'Keep going'])('understands %j', (content) => {
    expect(continuation(whole.slice(0, 120), content)).toBe(whole.slice(120));
  });

  it('says so when nothing is missing', () => {
    expect(continuation(whole)).toBe('\n\nThat was all.');
  });

  it('does not pretend to continue the answer of another model', () => {
    expect(continuation('As a large language model')).toBeUndefined();
  });

  it('leaves other requests alone', () => {
    expect(continuation(whole, 'Should we continue to sell refills?')).toBeUndefined();
    expect(
      composeContinuation(readConversation(system, [{ ...asked, content: 'continue' }])),
    ).toBeUndefined();
  });
});
