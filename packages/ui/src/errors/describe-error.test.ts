import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { describeError, isTransient } from './describe-error.ts';
import { errorText } from './error-text.ts';
import { HttpError } from './http-error.ts';

function refused(data: Record<string, unknown>, message = 'Words of the server.') {
  return TRPCClientError.from({ error: { code: -32_000, message, data } } as never);
}

describe('describeError', () => {
  it('gives every code of the server a title, a text and a next step', () => {
    for (const [code, { title, text, action }] of Object.entries(errorText)) {
      expect(describeError(refused({ code }))).toMatchObject({ code, title, action });
      expect(title.length * text.length).toBeGreaterThan(0);
    }
  });

  it('tells apart what went wrong with the language model', () => {
    const texts = Object.entries(errorText).filter(([code]) => code.startsWith('MODEL_'));
    expect(new Set(texts.map(([, { title }]) => title)).size).toBe(texts.length);
  });

  it('passes on the request id, the waiting time and the fields', () => {
    const error = refused({
      code: 'RATE_LIMITED',
      requestId: 'r1',
      retryAfterMs: 900,
      fields: { name: ['Too long.'] },
    });
    expect(describeError(error)).toMatchObject({
      requestId: 'r1',
      retryAfterMs: 900,
      fields: { name: ['Too long.'] },
    });
  });

  it('asks nobody to report that somebody was faster', () => {
    for (const code of ['CONFLICT', 'STALE_VERSION'])
      expect(describeError(refused({ code, requestId: 'r1' })).requestId).toBeUndefined();
    expect(describeError(refused({ code: 'INTERNAL', requestId: 'r1' })).requestId).toBe('r1');
  });

  it('lets the server word what only the server knows', () => {
    for (const code of ['BAD_INPUT', 'CONFLICT', 'FORBIDDEN', 'RATE_LIMITED', 'TOO_LARGE']) {
      expect(describeError(refused({ code })).text).toBe('Words of the server.');
    }
    expect(describeError(refused({ code: 'CONFLICT' })).title).not.toMatch(/taken|same/);
    expect(describeError(refused({ code: 'INTERNAL' })).text).toBe(errorText.INTERNAL.text);
  });

  it('does not show a message that is no sentence', () => {
    expect(describeError(refused({ code: 'BAD_INPUT' }, '[{"path":["a"]}]')).text).toBe(
      errorText.BAD_INPUT.text,
    );
  });

  it('takes a code it does not know for a failure of the server', () => {
    expect(describeError(refused({ code: 'toString' })).code).toBe('INTERNAL');
  });

  it('recognises a server that was not reached', () => {
    expect(describeError(TRPCClientError.from(new TypeError('Failed to fetch'))).code).toBe('OFFLINE');
    expect(describeError(new TypeError('NetworkError when attempting to fetch resource.')).code).toBe(
      'OFFLINE',
    );
    expect(describeError(new TypeError('Load failed')).code).toBe('OFFLINE');
  });

  it('recognises the page of a proxy', () => {
    const meta = { response: new Response('<h1>Bad gateway</h1>', { status: 502 }) };
    expect(describeError(TRPCClientError.from(new SyntaxError('Unexpected token'), { meta })).code).toBe(
      'UNAVAILABLE',
    );
  });

  it('never shows the message of an unknown error', () => {
    const description = describeError(new Error('select * from users'));
    expect(description).toMatchObject({ code: 'INTERNAL', text: errorText.INTERNAL.text });
  });

  it('reads the refusals of the plain endpoints', () => {
    const response = new Response(null, { status: 429, headers: { 'x-request-id': 'r2' } });
    expect(describeError(new HttpError(response, null))).toMatchObject({
      code: 'RATE_LIMITED',
      requestId: 'r2',
    });
    const body = { code: 'READ_ONLY', requestId: 'r3', message: '' };
    expect(describeError(new HttpError(response, body))).toMatchObject({
      code: 'READ_ONLY',
      requestId: 'r3',
    });
  });
});

describe('isTransient', () => {
  it('is true only for a server that is away or busy', () => {
    expect(isTransient(refused({ code: 'UNAVAILABLE' }))).toBe(true);
    expect(isTransient(new TypeError('Failed to fetch'))).toBe(true);
    expect(isTransient(refused({ code: 'NOT_FOUND' }))).toBe(false);
    expect(isTransient(refused({ code: 'INTERNAL' }))).toBe(false);
  });
});
