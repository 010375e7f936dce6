import { useState } from 'react';
import { useLocation } from 'wouter';
import { useTRPCClient } from '../client.ts';
import { type SentQuestion, withExchange } from './conversation-changes.ts';
import { useConversationCache } from './use-conversation-cache.ts';

/** Begins a conversation with its first question and goes there. */
export function useStart(businessId: string) {
  const client = useTRPCClient();
  const cache = useConversationCache();
  const [, navigate] = useLocation();
  const [sending, setSending] = useState<SentQuestion | null>(null);

  async function start(content: string, questionId: string): Promise<void> {
    const question = { id: questionId, content, parentId: null };
    // The question's id names the conversation as well, so that sending it again, even after a reload, leads to the same one.
    const id = questionId;
    setSending(question);
    try {
      const { answerId } = await client.conversations.start.mutate({
        id,
        userContextId: businessId,
        questionId,
        content,
      });
      const empty = { id, title: null, userContextId: businessId, activeLeafId: null, messages: [] };
      cache.put(withExchange({ ...empty, lastMessageAt: new Date().toISOString() }, question, answerId));
      void cache.refreshList();
      navigate(`/c/${id}`);
    } finally {
      setSending(null);
    }
  }

  return { sending, start };
}
