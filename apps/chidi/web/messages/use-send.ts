import { useState } from 'react';
import { type Conversation, useTRPCClient } from '../client.ts';
import { type SentQuestion, shownLeaf, withExchange } from '../conversations/conversation-changes.ts';
import { useConversationCache } from '../conversations/use-conversation-cache.ts';

/** Sends questions; the one that is on its way is shown already, and gone again if it was not accepted. */
export function useSend(conversation: Conversation) {
  const client = useTRPCClient();
  const cache = useConversationCache();
  const [sending, setSending] = useState<SentQuestion | null>(null);

  /** `instead` is the question whose place this one takes, beside it in the tree. */
  async function send(content: string, id: string, instead?: { parentId: string | null }): Promise<void> {
    const question = { id, content, parentId: instead ? instead.parentId : shownLeaf(conversation) };
    setSending(question);
    try {
      const { answerId } = await client.messages.send.mutate({
        ...question,
        conversationId: conversation.id,
      });
      await cache.change(conversation.id, (shown) => withExchange(shown, question, answerId));
    } finally {
      setSending(null);
    }
  }

  return { sending, send };
}
