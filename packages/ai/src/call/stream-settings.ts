import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider';
import type { ModelMessage, ModelRequest } from '../port.ts';

/** A request in the terms of the SDK's model interface. */
export function streamSettings(request: ModelRequest): LanguageModelV4CallOptions {
  const { system, messages, maxOutputTokens, temperature } = request;
  return {
    prompt: [
      ...(system === '' ? [] : [{ role: 'system' as const, content: system }]),
      ...messages.map(toTurn),
    ],
    includeRawChunks: true,
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}

function toTurn({ role, content }: ModelMessage): LanguageModelV4Message {
  return { role, content: [{ type: 'text', text: content }] };
}
