import { describe, expect, it } from 'vitest';
import { modelFamily, sameFamily } from './same-family.ts';

describe('the family of a model', () => {
  it.each([
    ['claude-opus-4-1', 'claude'],
    ['anthropic/claude-3.5-sonnet', 'claude'],
    ['gpt-5-mini', 'gpt'],
    ['openai/gpt-oss-120b', 'gpt'],
    ['o3', 'gpt'],
    ['o4-mini', 'gpt'],
    ['gemini-2.5-pro', 'gemini'],
    ['gemma3:27b', 'gemini'],
    ['llama3.3:70b', 'llama'],
    ['meta-llama/Meta-Llama-3.1-8B-Instruct', 'llama'],
    ['nous-hermes-2-mixtral-8x7b', 'mistral'],
    ['codestral-latest', 'mistral'],
    ['Qwen/QwQ-32B', 'qwen'],
    ['deepseek-chat', 'deepseek'],
    ['deepseek-r1-distill-llama-70b', 'llama'],
    ['deepseek-r1-distill-qwen-14b', 'qwen'],
    ['rehearsal', 'offline'],
    ['grok-4-fast', 'grok'],
    ['x-ai/grok-3', 'grok'],
    ['phi4:latest', 'phi'],
  ])('%s is %s', (model, family) => {
    expect(modelFamily(model)).toBe(family);
  });
});

describe('the warning', () => {
  it('comes when every seat has the same family, in whatever versions', () => {
    expect(sameFamily(['claude-opus-4-1', 'anthropic/claude-3.5-haiku', 'claude-sonnet-4-5'])).toEqual({
      family: 'claude',
      warning: expect.stringContaining('one family (claude)'),
    });
    expect(sameFamily(['grok-3', 'x-ai/grok-4'])?.family).toBe('grok');
  });

  it('does not come as soon as one seat differs, or for a single seat', () => {
    expect(sameFamily(['claude-opus-4-1', 'claude-sonnet-4-5', 'gpt-5'])).toBeNull();
    expect(sameFamily(['claude-opus-4-1'])).toBeNull();
    expect(sameFamily([])).toBeNull();
  });

  it('says of the offline rehearsal that it does not reason', () => {
    expect(sameFamily(['rehearsal', 'rehearsal'])?.warning).toContain('does not reason');
  });
});
