import { followAnswer, usePageVisible, useSession } from '@commons/ui';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Message, useTRPCClient } from '../client.ts';
import { withChanged } from '../conversations/conversation-changes.ts';
import { useConversationCache } from '../conversations/use-conversation-cache.ts';

interface LiveAnswer {
  id: string;
  text: string;
  connected: boolean;
}

/**
 * The text of a running answer as it arrives, while somebody can see it: browsers allow few connections per host, so a tab
 * in the background has none and catches up when it comes back.
 */
export function useLiveAnswer(conversationId: string, answer: Message | undefined): LiveAnswer | null {
  const client = useTRPCClient();
  const cache = useConversationCache();
  const { epoch } = useSession();
  const visible = usePageVisible();
  const [live, setLive] = useState<LiveAnswer | null>(null);
  const answerId = answer?.status === 'streaming' ? answer.id : null;
  const stored = answer?.content ?? '';
  const text = live && live.id === answerId && live.text.length > stored.length ? live.text : stored;

  const follow = useEffectEvent((id: string) =>
    followAnswer({
      text,
      subscribe: (offset, { onData, onConnection, onError }) =>
        client.messages.follow.subscribe(
          { answerId: id, offset },
          {
            onData: ({ data }) => onData(data),
            onError,
            // The first attempt to connect has no error: it is no reason to worry anybody.
            onConnectionStateChange: ({ state, error }) => onConnection(state !== 'connecting' || !error),
          },
        ),
      onText: (next) => setLive({ id, text: next, connected: true }),
      onConnection: (connected) =>
        setLive((now) => ({ id, text: now?.id === id ? now.text : stored, connected })),
      onEnd: ({ status, errorCode }, content) => {
        void cache
          .change(conversationId, (shown) => withChanged(shown, id, { status, errorCode, content }))
          .then(() => cache.refresh(conversationId));
      },
      // Event streams can't say why they were refused; the ordinary request does.
      onLost: () => void cache.refresh(conversationId),
    }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another sign-in a refused stream is opened again.
  useEffect(() => (answerId && visible ? follow(answerId) : undefined), [answerId, visible, epoch]);

  if (!answerId) return null;
  return { id: answerId, text, connected: live?.id !== answerId || live.connected };
}
