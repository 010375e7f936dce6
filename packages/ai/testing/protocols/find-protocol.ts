import type { ProviderName } from '../../src/providers/provider.ts';
import { chatCompletions } from './chat-completions.ts';
import { generateContent } from './generate-content.ts';
import { messages } from './messages.ts';
import type { Protocol } from './protocol.ts';
import { responses } from './responses.ts';

const protocols: Record<ProviderName, Protocol> = {
  anthropic: messages,
  openai: responses,
  google: generateContent,
  'openai-compatible': chatCompletions,
};

/** The protocol that a provider speaks. */
export function findProtocol(name: ProviderName): Protocol {
  return protocols[name];
}
