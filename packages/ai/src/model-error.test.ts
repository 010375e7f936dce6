import { describe, expect, it } from 'vitest';
import { ModelError, modelErrorCodes } from './model-error.ts';

describe('a model error', () => {
  it.each(modelErrorCodes)('%s has a text for people of its own', (code) => {
    const others = modelErrorCodes
      .filter((other) => other !== code)
      .map((other) => new ModelError(other).message);
    const { message } = new ModelError(code);
    expect(message).toMatch(/^The .+\.$/);
    expect(others).not.toContain(message);
  });

  it('carries what callers need and no cause', () => {
    const error = new ModelError('MODEL_RATE_LIMITED', { detail: 'HTTP 429', retryAfterMs: 2000 });
    expect(error).toMatchObject({ name: 'ModelError', detail: 'HTTP 429', retryAfterMs: 2000 });
    expect(error.cause).toBeUndefined();
  });
});
