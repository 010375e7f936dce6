import { describe, expect, it, vi } from 'vitest';
import { HttpError } from '../errors/http-error.ts';
import { getJson, postJson } from './http.ts';

const answer = (body: string, init: ResponseInit = {}) =>
  vi.stubGlobal('fetch', async () => new Response(body, init));

async function failureOf(request: Promise<unknown>): Promise<HttpError> {
  const error = await request.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
}

describe('the plain endpoints', () => {
  it('take an empty answer for none', async () => {
    answer('');
    expect(await postJson('/api/auth/sign-out', {})).toBeNull();
  });

  it('keep what the server says about a refusal', async () => {
    answer(JSON.stringify({ code: 'RATE_LIMITED', requestId: 'r1', message: 'Wait.', retryAfterMs: 5000 }), {
      status: 429,
    });
    const { body } = await failureOf(getJson('/api/apps'));
    expect(body).toMatchObject({ code: 'RATE_LIMITED', requestId: 'r1', retryAfterMs: 5000 });
  });

  it('understand the page of a proxy by its status', async () => {
    answer('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'r2' } });
    const { body } = await failureOf(getJson('/api/apps'));
    expect(body).toMatchObject({ code: 'UNAVAILABLE', requestId: 'r2' });
  });

  it('do not take a page for an answer, even a successful one', async () => {
    answer('<!doctype html>');
    expect((await failureOf(getJson('/api/apps'))).body.code).toBe('UNAVAILABLE');
  });
});
