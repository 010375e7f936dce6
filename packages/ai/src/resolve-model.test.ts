import { describe, expect, it } from 'vitest';
import { startModelServer } from '../testing/index.ts';
import { resolveModel } from './resolve-model.ts';

const question = { system: '', messages: [{ role: 'user' as const, content: 'Hello?' }] };

describe('resolving the model', () => {
  it('falls back to the offline model, which says what it is', () => {
    expect(resolveModel({}).describe()).toEqual({ provider: 'offline', model: 'rehearsal', offline: true });
  });

  it('uses the server at OPENAI_BASE_URL with the key and the model', async () => {
    await using server = await startModelServer();
    const models = resolveModel({
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'sk-1',
      OPENAI_MODEL: 'tiny',
    });
    await models.generate(question);
    expect(models.describe()).toEqual({ provider: 'openai-compatible', model: 'tiny', offline: false });
    expect(server.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-1' },
      body: { model: 'tiny', messages: [{ role: 'user', content: 'Hello?' }] },
    });
  });

  it('sends no authorization header without a key, and accepts a trailing slash', async () => {
    await using server = await startModelServer();
    await resolveModel({ OPENAI_BASE_URL: `${server.url}/` }).generate(question);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('knows OpenAI by its host', () => {
    expect(resolveModel({ OPENAI_BASE_URL: 'https://api.openai.com/v1' }).describe().provider).toBe('openai');
  });

  it('fails for a bad URL and names the variable', () => {
    expect(() => resolveModel({ OPENAI_BASE_URL: 'nope' })).toThrow(/OPENAI_BASE_URL/);
  });
});
