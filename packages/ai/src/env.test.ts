import { describe, expect, it } from 'vitest';
import { readModelEnvironment } from './env.ts';

describe('the model environment', () => {
  it('needs nothing', () => {
    expect(readModelEnvironment({})).toEqual({});
  });

  it('takes blank variables for unset ones', () => {
    expect(readModelEnvironment({ OPENAI_BASE_URL: ' ', OPENAI_API_KEY: '', OPENAI_MODEL: '' })).toEqual({});
  });

  it('reads a server, a key, a model and a pace', () => {
    const env = {
      OPENAI_BASE_URL: ' http://localhost:11434/v1 ',
      OPENAI_API_KEY: 'sk-1',
      OPENAI_MODEL: 'llama3.2',
      OFFLINE_MODEL_PACE_MS: '5',
    };
    expect(readModelEnvironment(env)).toEqual({
      ...env,
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      OFFLINE_MODEL_PACE_MS: 5,
    });
  });

  it.each(['server:11434', 'not a url', 'ftp://example.com', 'http://user:secret@example.com/v1'])(
    'refuses %s as a base URL, names the variable and does not repeat the value',
    (url) => {
      const read = () => readModelEnvironment({ OPENAI_BASE_URL: url });
      expect(read).toThrow(/OPENAI_BASE_URL must be an http\(s\) URL/);
      expect(read).not.toThrow(url);
    },
  );

  it('refuses a provider that nobody knows, and lists those that are known', () => {
    expect(() => readModelEnvironment({ MODEL_PROVIDER: 'acme' })).toThrow(
      /MODEL_PROVIDER must be one of anthropic, openai, google, openai-compatible, offline/,
    );
  });

  it('names every bad variable at once', () => {
    const env = { OPENAI_BASE_URL: 'x', ANTHROPIC_API_KEY: 'two words', OFFLINE_MODEL_PACE_MS: 'fast' };
    const read = () => readModelEnvironment(env);
    expect(read).toThrow(/ANTHROPIC_API_KEY.*OPENAI_BASE_URL.*OFFLINE_MODEL_PACE_MS/);
    expect(read).not.toThrow('two words');
  });
});
