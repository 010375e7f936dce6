import { describe, expect, it } from 'vitest';
import { addUsage, reasonFromSdk, usageFromChunk, usageFromWire } from './reported-usage.ts';

const nothing = {
  inputTokens: undefined,
  outputTokens: undefined,
  cachedInputTokens: undefined,
  reasoningTokens: undefined,
};

describe('the usage that a provider reports', () => {
  it('is read from the wire format', () => {
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 3,
      prompt_tokens_details: { cached_tokens: 4 },
      completion_tokens_details: { reasoning_tokens: 2 },
    };
    expect(usageFromWire(usage)).toEqual({
      inputTokens: 10,
      outputTokens: 3,
      cachedInputTokens: 4,
      reasoningTokens: 2,
    });
  });

  it('keeps zero apart from nothing', () => {
    expect(usageFromWire({ prompt_tokens: 0 })).toEqual({ ...nothing, inputTokens: 0 });
    expect(usageFromWire({ prompt_tokens: null })).toEqual(nothing);
  });

  it.each([null, undefined, 'many', { prompt_tokens: -1 }, { prompt_tokens: 1.5 }, { prompt_tokens: 3e9 }])(
    'is not made up from %j',
    (usage) => {
      expect(usageFromWire(usage)).toBeUndefined();
    },
  );

  it('is found in any chunk of a stream', () => {
    expect(usageFromChunk({ choices: [], usage: { completion_tokens: 5 } })).toEqual({
      ...nothing,
      outputTokens: 5,
    });
    expect(usageFromChunk({ choices: [], usage: null })).toBeUndefined();
    expect(usageFromChunk('garbage')).toBeUndefined();
  });
});

describe('the usage that comes in parts', () => {
  it('keeps what was known where a part says nothing', () => {
    const input = addUsage(undefined, { inputTokens: 9 });
    expect(addUsage(input, undefined)).toEqual({ inputTokens: 9 });
    expect(addUsage(input, { inputTokens: undefined, outputTokens: 2 })).toEqual({
      inputTokens: 9,
      outputTokens: 2,
    });
    expect(addUsage(undefined, undefined)).toBeUndefined();
  });
});

describe('the reason for the end of an answer', () => {
  it.each([
    ['stop', 'stop'],
    ['length', 'length'],
    ['content-filter', 'content-filter'],
    ['tool-calls', 'other'],
    ['error', 'other'],
    ['other', 'other'],
  ] as const)('%s is called %s', (reason, name) => {
    expect(reasonFromSdk(reason)).toBe(name);
  });
});
