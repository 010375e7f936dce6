import { z } from 'zod';
import { isServerUrl } from './providers/is-server-url.ts';
import { providerNames } from './providers/provider.ts';

const blankIsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

const text = z.string().trim();
const key = text.regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces');
const modelName = text.max(200, 'must be at most 200 characters');
const choices = [...providerNames, 'offline'] as const;

const modelEnvironment = z.object({
  MODEL_PROVIDER: optional(z.enum(choices, `must be one of ${choices.join(', ')}`)),
  ANTHROPIC_API_KEY: optional(key),
  ANTHROPIC_MODEL: optional(modelName),
  OPENAI_BASE_URL: optional(
    text.refine(isServerUrl, 'must be an http(s) URL without a login, like http://localhost:11434/v1'),
  ),
  OPENAI_API_KEY: optional(key),
  OPENAI_MODEL: optional(modelName),
  GOOGLE_GENERATIVE_AI_API_KEY: optional(key),
  GOOGLE_GENERATIVE_AI_MODEL: optional(modelName),
  EMBEDDING_MODEL: optional(modelName),
  OFFLINE_MODEL_PACE_MS: optional(
    z.coerce
      .number('must be a number')
      .int('must be whole')
      .min(0, 'must be 0 or more')
      .max(1000, 'must be at most 1000'),
  ),
});

function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(blankIsUnset, schema.optional());
}

/** The variables that choose the model; `process.env` fits. */
export interface ModelEnvironment {
  /** Whom to ask where several are configured; `offline` for nobody. */
  MODEL_PROVIDER?: string | undefined;
  ANTHROPIC_API_KEY?: string | undefined;
  ANTHROPIC_MODEL?: string | undefined;
  /** Any server that speaks OpenAI's chat completions, with its version path: `http://localhost:11434/v1`. */
  OPENAI_BASE_URL?: string | undefined;
  OPENAI_API_KEY?: string | undefined;
  OPENAI_MODEL?: string | undefined;
  GOOGLE_GENERATIVE_AI_API_KEY?: string | undefined;
  GOOGLE_GENERATIVE_AI_MODEL?: string | undefined;
  /** Another embedding model than the provider's usual one. */
  EMBEDDING_MODEL?: string | undefined;
  /** Milliseconds between the words of the offline model. */
  OFFLINE_MODEL_PACE_MS?: string | undefined;
}

/** The same variables, checked. */
export type ModelSettings = z.output<typeof modelEnvironment>;

/** Checks the variables and fails with a message that names each bad one, without repeating its value. */
export function readModelEnvironment(env: ModelEnvironment = process.env): ModelSettings {
  const result = modelEnvironment.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The model settings are not usable: ${problems.join('; ')}.`);
}
