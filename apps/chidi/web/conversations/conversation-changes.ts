import { newestLeafUnder } from '../../tree/branch.ts';
import type { Conversation, Message } from '../client.ts';

// What the server is about to say, said at once; each returns a new conversation.

export interface SentQuestion {
  id: string;
  parentId: string | null;
  content: string;
}

/** A question that was accepted, with the answer that has begun below it. */
export function withExchange(to: Conversation, question: SentQuestion, answerId: string): Conversation {
  const asked = to.messages.some(({ id }) => id === question.id)
    ? to
    : withMessage(to, {
        ...blank(to, question),
        role: 'user',
        status: 'complete',
        content: question.content,
      });
  return withAnswer(asked, question.id, answerId);
}

/** An answer that has begun, at the end of the branch that is shown. */
export function withAnswer(to: Conversation, questionId: string, answerId: string): Conversation {
  const shown = { ...to, activeLeafId: answerId };
  if (to.messages.some(({ id }) => id === answerId)) return shown;
  return withMessage(shown, {
    ...blank(to, { id: answerId, parentId: questionId }),
    role: 'assistant',
    status: 'streaming',
    content: '',
  });
}

/** A message that has changed. */
export function withChanged(to: Conversation, id: string, change: Partial<Message>): Conversation {
  return {
    ...to,
    messages: to.messages.map((message) => (message.id === id ? { ...message, ...change } : message)),
  };
}

/** The conversation as seen along another branch. */
export function withBranch(to: Conversation, throughId: string): Conversation {
  return { ...to, activeLeafId: newestLeafUnder(to.messages, throughId) };
}

/** The end of the branch that is shown: the chosen one, or the newest. */
export function shownLeaf({ messages, activeLeafId }: Conversation): string | null {
  const chosen = messages.some(({ id }) => id === activeLeafId) ? activeLeafId : null;
  return newestLeafUnder(messages, chosen);
}

function withMessage(to: Conversation, message: Message): Conversation {
  return { ...to, messages: [...to.messages, message] };
}

function blank(to: Conversation, { id, parentId }: { id: string; parentId: string | null }) {
  const siblings = to.messages.filter((message) => message.parentId === parentId);
  const siblingOrder = Math.max(0, ...siblings.map((message) => message.siblingOrder)) + 1;
  return { id, parentId, siblingOrder, errorCode: null, receipt: null, createdAt: new Date().toISOString() };
}
