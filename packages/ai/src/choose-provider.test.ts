import { describe, expect, it } from 'vitest';
import type { ModelEnvironment } from './env.ts';
import { providerNames } from './providers/provider.ts';
import { resolveModel } from './resolve-model.ts';

const anthropic = { ANTHROPIC_API_KEY: 'sk-a' };
const openai = { OPENAI_API_KEY: 'sk-o' };
const google = { GOOGLE_GENERATIVE_AI_API_KEY: 'sk-g' };
const server = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
const everything = { ...anthropic, ...openai, ...google, ...server };

const providerOf = (env: ModelEnvironment) => resolveModel(env).describe().provider;

describe('which provider answers', () => {
  it.each<[string, ModelEnvironment, provider: string, model: string]>([
    ['nothing', {}, 'offline', 'rehearsal'],
    ["Anthropic's key", anthropic, 'anthropic', 'claude-haiku-4-5'],
    ["OpenAI's key", openai, 'openai', 'gpt-5.4-mini'],
    ["Google's key", google, 'google', 'gemini-3.5-flash'],
    ['a server', server, 'openai-compatible', 'gpt-5.4-mini'],
    ['a server and its key', { ...server, ...openai }, 'openai-compatible', 'gpt-5.4-mini'],
    ["Anthropic's key and model", { ...anthropic, ANTHROPIC_MODEL: 'm' }, 'anthropic', 'm'],
    ["OpenAI's key and model", { ...openai, OPENAI_MODEL: 'm' }, 'openai', 'm'],
    ["Google's key and model", { ...google, GOOGLE_GENERATIVE_AI_MODEL: 'm' }, 'google', 'm'],
  ])('with %s', (_what, env, provider, model) => {
    expect(resolveModel(env).describe()).toEqual({ provider, model, offline: provider === 'offline' });
  });

  it('is, of several, the own server, then Anthropic, then OpenAI, then Google', () => {
    expect(providerOf(everything)).toBe('openai-compatible');
    expect(providerOf({ ...anthropic, ...openai, ...google })).toBe('anthropic');
    expect(providerOf({ ...openai, ...google })).toBe('openai');
  });

  it.each([...providerNames, 'offline'])('is the one that MODEL_PROVIDER names: %s', (provider) => {
    expect(providerOf({ ...everything, MODEL_PROVIDER: provider })).toBe(provider);
  });

  it('takes no base URL along to OpenAI itself', () => {
    const models = resolveModel({ ...everything, MODEL_PROVIDER: 'openai' });
    expect(models.describe()).toMatchObject({ provider: 'openai' });
  });
});

describe('a provider that is half configured', () => {
  it.each<[ModelEnvironment, RegExp]>([
    [
      { MODEL_PROVIDER: 'anthropic', ...openai },
      /MODEL_PROVIDER is anthropic, which needs ANTHROPIC_API_KEY/,
    ],
    [{ MODEL_PROVIDER: 'openai' }, /needs OPENAI_API_KEY/],
    [{ MODEL_PROVIDER: 'google' }, /needs GOOGLE_GENERATIVE_AI_API_KEY/],
    [{ MODEL_PROVIDER: 'openai-compatible', ...openai }, /needs OPENAI_BASE_URL/],
    [{ ANTHROPIC_MODEL: 'm' }, /ANTHROPIC_MODEL is set, but ANTHROPIC_API_KEY is not/],
    [{ OPENAI_MODEL: 'm', ...google }, /OPENAI_MODEL is set, but OPENAI_BASE_URL or OPENAI_API_KEY is not/],
    [{ GOOGLE_GENERATIVE_AI_MODEL: 'm' }, /GOOGLE_GENERATIVE_AI_API_KEY is not/],
    [{ EMBEDDING_MODEL: 'm' }, /EMBEDDING_MODEL is set, but the offline model takes none/],
    [{ EMBEDDING_MODEL: 'm', ...anthropic }, /EMBEDDING_MODEL is set, but anthropic takes none/],
  ])('with %j fails and names what is missing', (env, message) => {
    expect(() => resolveModel(env)).toThrow(message);
    expect(() => resolveModel(env)).not.toThrow(/sk-/);
  });

  it('is no matter when MODEL_PROVIDER names another one', () => {
    expect(providerOf({ MODEL_PROVIDER: 'offline', ANTHROPIC_MODEL: 'm' })).toBe('offline');
    expect(providerOf({ MODEL_PROVIDER: 'openai', ANTHROPIC_MODEL: 'm', ...openai })).toBe('openai');
  });
});

describe('which embedding model there is', () => {
  it.each<[string, ModelEnvironment, provider: string, model: string]>([
    ['nothing', {}, 'offline', 'word-hash'],
    ['a provider that has none', anthropic, 'offline', 'word-hash'],
    ['OpenAI', openai, 'openai', 'text-embedding-3-small'],
    ['Google', google, 'google', 'gemini-embedding-001'],
    ['a server, of which nobody knows', server, 'offline', 'word-hash'],
    ['a name', { ...server, EMBEDDING_MODEL: 'nomic' }, 'openai-compatible', 'nomic'],
  ])('with %s', (_what, env, provider, model) => {
    const offline = provider === 'offline';
    expect(resolveModel(env).describeEmbedding()).toEqual({ provider, model, dimensions: 1536, offline });
  });
});
