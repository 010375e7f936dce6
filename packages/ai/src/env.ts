import { z } from 'zod';

const blankIsUnset = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

function isServerUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

const modelEnvironment = z.object({
  OPENAI_BASE_URL: z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .refine(isServerUrl, 'must be an http(s) URL without a login, like http://localhost:11434/v1')
      .optional(),
  ),
  OPENAI_API_KEY: z.preprocess(
    blankIsUnset,
    z
      .string()
      .trim()
      .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces')
      .optional(),
  ),
  OPENAI_MODEL: z.preprocess(
    blankIsUnset,
    z.string().trim().max(200, 'must be at most 200 characters').optional(),
  ),
  OFFLINE_MODEL_PACE_MS: z.preprocess(
    blankIsUnset,
    z.coerce
      .number('must be a number')
      .int('must be whole')
      .min(0, 'must be 0 or more')
      .max(1000, 'must be at most 1000')
      .optional(),
  ),
});

/** The variables that choose the model; `process.env` fits. */
export interface ModelEnvironment {
  /** Any server that speaks OpenAI's chat completions, with its version path: `http://localhost:11434/v1`. */
  OPENAI_BASE_URL?: string | undefined;
  OPENAI_API_KEY?: string | undefined;
  OPENAI_MODEL?: string | undefined;
  /** Milliseconds between the words of the offline model. */
  OFFLINE_MODEL_PACE_MS?: string | undefined;
}

/** The same variables, checked. */
type ModelSettings = z.output<typeof modelEnvironment>;

/** Checks the variables and fails with a message that names each bad one, without repeating its value. */
export function readModelEnvironment(env: ModelEnvironment = process.env): ModelSettings {
  const result = modelEnvironment.safeParse(env);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The model settings are not usable: ${problems.join('; ')}.`);
}
