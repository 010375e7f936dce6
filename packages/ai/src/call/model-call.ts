import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider';
import type { ModelMessage, ModelRequest } from '../port.ts';
import type { ConnectedModel } from './connected-model.ts';

/** A request in the terms of the SDK's model interface. */
export function modelCall(
  model: ConnectedModel,
  request: ModelRequest,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
  const { system, messages, maxOutputTokens, temperature } = request;
  return {
    prompt: [
      ...(system === '' ? [] : [{ role: 'system' as const, content: system }]),
      ...messages.map(toTurn),
    ],
    providerOptions: model.callOptions,
    abortSignal,
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}

function toTurn({ role, content }: ModelMessage): LanguageModelV4Message {
  return { role, content: [{ type: 'text', text: content }] };
}
