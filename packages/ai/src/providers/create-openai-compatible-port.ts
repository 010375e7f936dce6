import type { ModelPort } from '../port.ts';
import { createProviderPort, type ProviderPortOptions } from './create-provider-port.ts';

/** How to reach a server that speaks OpenAI's chat completions. */
export interface OpenAiCompatibleOptions extends Omit<ProviderPortOptions, 'provider'> {
  /** With its version path: `https://api.openai.com/v1`, `http://localhost:11434/v1`. */
  baseUrl: string;
}

/** Connects a server that speaks OpenAI's chat completions: OpenAI itself, Ollama, vLLM, LM Studio, a gateway. */
export function createOpenAiCompatiblePort(options: OpenAiCompatibleOptions): ModelPort {
  return createProviderPort({ ...options, provider: 'openai-compatible' });
}
