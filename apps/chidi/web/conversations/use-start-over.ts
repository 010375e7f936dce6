import { useDraft } from '@commons/ui';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { branchTo } from '../../tree/branch.ts';
import type { Conversation } from '../client.ts';
import { shownLeaf } from './conversation-changes.ts';
import { newConversationDraft } from './new-conversation-draft.ts';
import { newConversationAbout } from './use-new-conversation-path.ts';

/** Goes on in a new conversation about the same business, with the last question ready to be sent. */
export function useStartOver(conversation: Conversation): () => void {
  const [, navigate] = useLocation();
  const [, setDraft] = useDraft(newConversationDraft);
  return useCallback(() => {
    const branch = branchTo(conversation.messages, shownLeaf(conversation));
    const question = branch.findLast(({ role }) => role === 'user');
    if (question) setDraft({ text: question.content });
    navigate(newConversationAbout(conversation.userContextId));
  }, [conversation, setDraft, navigate]);
}
