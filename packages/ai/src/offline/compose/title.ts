import type { OfflinePrompt } from '../read-prompt.ts';
import { capitalised } from './markdown.ts';

const leadIn =
  /^(?:(?:hi|hello|hey|please|kindly|can|could|would|will|you|i|we|want|need|like|to|help|me|us|tell|write|with|a|an|the)\b[\s,]*)+/i;
// Words that promise another one: a cut title does not end in them.
const dangling =
  /^(?:a|about|an|and|any|are|as|at|but|by|can|do|does|for|from|how|i|if|in|into|is|it|my|of|on|or|our|so|than|that|the|their|to|we|what|when|where|which|who|why|with|you|your)$/i;
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
  const whole = plain?.replace(leadIn, '') || plain || 'New conversation';
  const words = whole.split(' ').slice(0, wordsInTitle);
  const cut = words.join(' ') !== whole;
  return capitalised(shortened(cut ? withoutDangling(words) : whole, cut));
}

function withoutDangling(words: string[]): string {
  const last = words.findLastIndex((word) => !dangling.test(word.replace(/\P{L}/gu, '')));
  return (last < 0 ? words : words.slice(0, last + 1)).join(' ').replace(/[\s,;:–—-]+$/u, '');
}

function shortened(title: string, cut: boolean): string {
  if (title.length > longestTitle) return `${title.slice(0, longestTitle - 1).trim()}…`;
  return cut ? `${title}…`.slice(0, longestTitle) : title;
}
