import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { ModelMessage } from '../port.ts';
import { type ContextSection, readContext } from './read-context.ts';

/** What the offline model makes of a prompt. */
export interface OfflinePrompt {
  system: string;
  messages: ModelMessage[];
  /** The system prompt before its first heading: what to do. It is never quoted. */
  instructions: string;
  /** Whose context it is, when the system prompt has a title that says so. */
  owner: string | undefined;
  /** The system prompt's labelled sections: what is known. */
  sections: ContextSection[];
  /** The last thing that the user said. */
  question: string;
  /** The last answer before it, if there was one. */
  previousAnswer: string | undefined;
}

/** Reads a prompt of the SDK. */
export function readPrompt(prompt: LanguageModelV4Prompt): OfflinePrompt {
  const system = prompt
    .filter((message) => message.role === 'system')
    .map((message) => message.content)
    .join('\n\n');
  return readConversation(system, prompt.flatMap(readTurn));
}

/** Reads a conversation that ends with a question. */
export function readConversation(system: string, messages: ModelMessage[]): OfflinePrompt {
  const said = (role: ModelMessage['role']) => messages.findLast((message) => message.role === role)?.content;
  const question = (said('user') ?? '').trim();
  return { system, messages, question, previousAnswer: said('assistant'), ...readContext(system) };
}

function readTurn(message: LanguageModelV4Message): ModelMessage[] {
  if (message.role !== 'user' && message.role !== 'assistant') return [];
  const texts = message.content.map((part) => (part.type === 'text' ? part.text : ''));
  return [{ role: message.role, content: texts.join('') }];
}
