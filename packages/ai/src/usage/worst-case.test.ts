import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOfflinePort } from '../offline/create-offline-port.ts';
import { createProviderPort } from '../providers/create-provider-port.ts';
import { estimateRequestTokens } from './estimate-tokens.ts';
import { worstCase } from './worst-case.ts';

const haiku = createProviderPort({
  provider: 'anthropic',
  apiKey: 'none',
  model: 'claude-haiku-4-5',
  baseUrl: undefined,
  embeddingModel: undefined,
});
const call = { system: 'a'.repeat(300), messages: [], maxOutputTokens: 1_000 };

describe('the worst case of a call', () => {
  it('is every byte of its prompt and the longest answer', () => {
    // (100 + 50) tokens at a dollar and 1,000 at five dollars per million.
    expect(worstCase(haiku, call)).toEqual({ inputTokens: 150, outputTokens: 1_000, usd: '0.00515000' });
  });

  it('is never less than what the prompt is estimated at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (system) => {
        const { inputTokens } = worstCase(haiku, { system, messages: [], maxOutputTokens: 0 });
        return inputTokens >= estimateRequestTokens({ system, messages: [] });
      }),
    );
  });

  it('is that of the model that is asked for', () => {
    expect(worstCase(haiku, { ...call, model: 'unheard-of' }).usd).toBeNull();
    const dearer = worstCase(haiku, { ...call, model: 'claude-sonnet-4-5' });
    expect(Number(dearer.usd)).toBeGreaterThan(Number(worstCase(haiku, call).usd));
  });

  it('is nothing for a rehearsal', () => {
    expect(worstCase(createOfflinePort(), call).usd).toBe('0.00000000');
  });
});
