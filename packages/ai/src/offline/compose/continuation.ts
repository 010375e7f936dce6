import { type OfflinePrompt, readConversation } from '../read-prompt.ts';
import { composeAnswer } from './compose-answer.ts';

const asksToContinue =
  /^\W*(please )?(continue|go on|keep going)\b|\b(broke off|was interrupted|were cut off)\b/i;

/**
 * The rest of the previous answer, for a request to continue it. The same question has the same answer, so what is
 * missing is known exactly. Undefined for other requests, and where the previous answer is not this model's own.
 */
export function composeContinuation({ system, messages, question }: OfflinePrompt): string | undefined {
  const previous = messages.at(-2);
  if (previous?.role !== 'assistant' || !asksToContinue.test(question)) return undefined;
  const whole = composeAnswer(readConversation(system, messages.slice(0, -2)));
  if (!whole.startsWith(previous.content)) return undefined;
  return whole.slice(previous.content.length) || '\n\nThat was all.';
}
