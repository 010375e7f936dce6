import { type LiveAnswer, useLiveAnswer as useLive } from '@commons/ui';
import { type Message, useTRPCClient } from '../client.ts';
import { withChanged } from '../conversations/conversation-changes.ts';
import { useConversationCache } from '../conversations/use-conversation-cache.ts';

/** The text of a running answer as it arrives; how it ends goes into the conversation that is shown. */
export function useLiveAnswer(conversationId: string, answer: Message | undefined): LiveAnswer | null {
  const client = useTRPCClient();
  const cache = useConversationCache();
  return useLive(answer, {
    open: (input, handlers) => client.messages.follow.subscribe(input, handlers),
    onEnd: (id, { status, errorCode }, content) =>
      void cache
        .change(conversationId, (shown) => withChanged(shown, id, { status, errorCode, content }))
        .then(() => cache.refresh(conversationId)),
    onLost: () => void cache.refresh(conversationId),
  });
}
