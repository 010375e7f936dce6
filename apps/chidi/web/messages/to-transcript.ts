import type { ErrorCode, TranscriptMessage } from '@commons/ui';
import { branchTo, siblingsOf } from '../../tree/branch.ts';
import type { Conversation, Message } from '../client.ts';
import { type SentQuestion, shownLeaf } from '../conversations/conversation-changes.ts';

/** The branch that is shown, as the transcript wants it. */
export function toTranscript(conversation: Conversation): TranscriptMessage[] {
  return branchTo(conversation.messages, shownLeaf(conversation)).map((message) => {
    const siblings = siblingsOf(conversation.messages, message);
    const { id, role, content, status, errorCode, createdAt } = message;
    return {
      id,
      role,
      content,
      status,
      createdAt,
      // What the server may say and this version of the page does not know reads as an internal error.
      error: status === 'error' ? { code: (errorCode ?? 'INTERNAL') as ErrorCode } : undefined,
      version: { index: siblings.indexOf(message), count: siblings.length },
    };
  });
}

/** The running answer of the branch that is shown. */
export function runningAnswer(conversation: Conversation): Message | undefined {
  return branchTo(conversation.messages, shownLeaf(conversation)).findLast(
    ({ status }) => status === 'streaming',
  );
}

/** The transcript with what has arrived of the running answer; every other message stays the same object. */
export function withLiveText(
  messages: TranscriptMessage[],
  live: { id: string; text: string } | null,
): TranscriptMessage[] {
  if (!live) return messages;
  return messages.map((message) => (message.id === live.id ? { ...message, content: live.text } : message));
}

/** The transcript with a question that is on its way, below the message that it follows. */
export function withSending(
  messages: TranscriptMessage[],
  sending: SentQuestion | null,
): TranscriptMessage[] {
  if (!sending || messages.some(({ id }) => id === sending.id)) return messages;
  const place = messages.findIndex(({ id }) => id === sending.parentId) + 1;
  const { id, content } = sending;
  const createdAt = new Date().toISOString();
  return [...messages.slice(0, place), { id, role: 'user', content, status: 'complete', createdAt }];
}
