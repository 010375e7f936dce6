import type { ErrorCode, TranscriptMessage } from '@commons/ui';
import { branchTo, siblingsOf } from '../../tree/branch.ts';
import type { Conversation, Message } from '../client.ts';
import { shownLeaf } from '../conversations/conversation-changes.ts';

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
  return branchTo(conversation.messages, shownLeaf(conversation)).findLast(({ status }) => status === 'streaming');
}
