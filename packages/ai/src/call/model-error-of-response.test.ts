import { describe, expect, it } from 'vitest';
import { modelErrorOfResponse } from './model-error-of-response.ts';

describe('an error that a provider reports', () => {
  it.each([
    [401, {}, 'MODEL_KEY_INVALID'],
    [403, {}, 'MODEL_KEY_INVALID'],
    [402, {}, 'MODEL_RATE_LIMITED'],
    [429, { code: 'insufficient_quota' }, 'MODEL_RATE_LIMITED'],
    [400, { code: 'context_length_exceeded' }, 'MODEL_CONTEXT_TOO_LONG'],
    [400, { message: "This model's maximum context length is 4096 tokens." }, 'MODEL_CONTEXT_TOO_LONG'],
    [400, { type: 'exceed_context_size_error' }, 'MODEL_CONTEXT_TOO_LONG'],
    [413, {}, 'MODEL_CONTEXT_TOO_LONG'],
    [400, { code: 'content_filter' }, 'MODEL_REFUSED'],
    [408, {}, 'MODEL_TIMEOUT'],
    [404, { code: 'model_not_found' }, 'MODEL_UNAVAILABLE'],
    [500, { message: 'the context window crashed' }, 'MODEL_UNAVAILABLE'],
    [503, {}, 'MODEL_UNAVAILABLE'],
    [undefined, { code: 'rate_limit_exceeded' }, 'MODEL_RATE_LIMITED'],
    [undefined, { code: 'invalid_api_key' }, 'MODEL_KEY_INVALID'],
    [undefined, { code: 42 }, 'MODEL_UNAVAILABLE'],
  ])('with status %s and %j is %s', (status, body, code) => {
    expect(modelErrorOfResponse({ status, body })).toMatchObject({
      code,
      detail: status === undefined ? undefined : `HTTP ${status}`,
    });
  });
});
