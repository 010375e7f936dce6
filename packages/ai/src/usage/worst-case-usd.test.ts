import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOfflinePort } from '../offline/create-offline-port.ts';
import { createProviderPort } from '../providers/create-provider-port.ts';
import { estimateRequestTokens } from './estimate-tokens.ts';
import { worstCaseUsd } from './worst-case-usd.ts';

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
    expect(worstCaseUsd(haiku, call)).toBe('0.00515000');
  });

  it('is never less than what the prompt is estimated at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (system) => {
        const worst = worstCaseUsd(haiku, { system, messages: [], maxOutputTokens: 0 });
        return Number(worst) * 1e6 >= estimateRequestTokens({ system, messages: [] });
      }),
    );
  });

  it('is that of the model that is asked for', () => {
    expect(worstCaseUsd(haiku, { ...call, model: 'unheard-of' })).toBeNull();
    expect(worstCaseUsd(haiku, { ...call, model: 'claude-sonnet-4-5' })).not.toBe(worstCaseUsd(haiku, call));
  });

  it('is nothing for a rehearsal', () => {
    expect(worstCaseUsd(createOfflinePort(), call)).toBe('0.00000000');
  });
});
