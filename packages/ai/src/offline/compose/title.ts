import type { OfflinePrompt } from '../read-prompt.ts';
import { capitalised } from './markdown.ts';

const leadIn =
  /^(?:(?:hi|hello|hey|please|kindly|can|could|would|will|you|i|we|want|need|like|to|help|me|us|tell|write|with|a|an|the)\b[\s,]*)+/i;
const wordsInTitle = 6;
const longestTitle = 60;

/** A plain title from the first words of the user, without courtesies and Markdown. */
export function composeTitle({ messages }: OfflinePrompt): string {
  const said = messages.find(({ role }) => role === 'user')?.content ?? '';
  const line = said.split('\n').find((text) => text.trim() !== '') ?? '';
  const plain = line
    .replace(/^\s*(?:user|question|message)\s*:\s*/i, '')
    .replace(/[\p{C}#*_`>[\]()"“”<]/gu, ' ')
    .split(/[.?!]\s|[.?!]$/)[0]
    ?.replace(/\s+/g, ' ')
    .trim();
  const words = (plain?.replace(leadIn, '') || plain || 'New conversation').split(' ').slice(0, wordsInTitle);
  return capitalised(words.join(' ').slice(0, longestTitle).trim());
}
