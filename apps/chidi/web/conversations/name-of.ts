import type { ConversationSummary } from '../client.ts';

const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** What a conversation is called; until it has a title, the time of its last message tells it from the others. */
export function nameOf({
  title,
  lastMessageAt,
}: Pick<ConversationSummary, 'title' | 'lastMessageAt'>): string {
  return title ?? `Untitled, ${timeOfDay.format(new Date(lastMessageAt))}`;
}
