import {
  APICallError,
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
} from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../model-error.ts';
import { toModelError } from './to-model-error.ts';

const apiCall = (options: Partial<ConstructorParameters<typeof APICallError>[0]>) =>
  new APICallError({ message: 'private words', url: 'http://private', requestBodyValues: {}, ...options });

const refusedConnection = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

describe('translating what the SDK throws', () => {
  it.each([
    [
      'a refused connection',
      apiCall({ cause: refusedConnection }),
      { code: 'MODEL_UNAVAILABLE', detail: 'ECONNREFUSED' },
    ],
    [
      'a failure behind another',
      apiCall({ cause: new Error('x', { cause: refusedConnection }) }),
      { detail: 'ECONNREFUSED' },
    ],
    [
      'a failure without a code',
      apiCall({ cause: new Error('x') }),
      { code: 'MODEL_UNAVAILABLE', detail: undefined },
    ],
    ['an error status', apiCall({ statusCode: 503 }), { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 503' }],
    [
      'an error status with a reason',
      apiCall({ statusCode: 400, data: { error: { message: 'x', code: 'context_length_exceeded' } } }),
      { code: 'MODEL_CONTEXT_TOO_LONG' },
    ],
    [
      'a wait',
      apiCall({ statusCode: 429, responseHeaders: { 'retry-after-ms': '250' } }),
      { code: 'MODEL_RATE_LIMITED', retryAfterMs: 250 },
    ],
    [
      'a body that broke off',
      apiCall({ statusCode: 200, cause: new TypeError('terminated') }),
      { code: 'MODEL_STREAM_CUT' },
    ],
    [
      'a body that is no JSON',
      apiCall({ statusCode: 200, cause: new JSONParseError({ text: '<', cause: new SyntaxError('x') }) }),
      { code: 'MODEL_MALFORMED', detail: 'HTTP 200' },
    ],
    ['no body', new EmptyResponseBodyError(), { code: 'MODEL_MALFORMED' }],
    ['an answer without choices', new InvalidResponseDataError({ data: {} }), { code: 'MODEL_MALFORMED' }],
    [
      'a report in mid-stream',
      { message: 'x', code: '529' },
      { code: 'MODEL_UNAVAILABLE', detail: 'HTTP 529' },
    ],
    [
      'a report with a named code',
      { message: 'x', code: 'rate_limit_exceeded' },
      { code: 'MODEL_RATE_LIMITED' },
    ],
  ])('turns %s into its code', (_, error, expected) => {
    const translated = toModelError(error);
    expect(translated).toBeInstanceOf(ModelError);
    expect(translated).toMatchObject(expected);
  });

  it('keeps a model error as it is', () => {
    const error = new ModelError('MODEL_STOPPED');
    expect(toModelError(error)).toBe(error);
  });

  it.each([new TypeError('a bug of ours'), undefined, 'text'])(
    'leaves %s alone, which is no doing of a provider',
    (error) => {
      expect(toModelError(error)).toBe(error);
    },
  );
});
